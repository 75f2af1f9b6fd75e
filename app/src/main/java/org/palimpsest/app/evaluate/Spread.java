package org.palimpsest.app.evaluate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A figure over utterances. Where a ratio is +∞ (nothing differs) it is counted in {@code infinite}
 * and left out of the others.
 *
 * @param count of finite values
 * @param mean NaN without finite values, as are the others
 * @param deviation the sample's standard deviation; NaN below two values
 */
record Spread(int count, int infinite, double mean, double deviation, double lowest, double sum) {
  static Spread of(List<Double> values) {
    List<Double> finite = values.stream().filter(Double::isFinite).toList();
    double sum = finite.stream().mapToDouble(Double::doubleValue).sum();
    double mean = sum / finite.size();
    double squares = finite.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    OptionalDouble lowest = finite.stream().mapToDouble(Double::doubleValue).min();
    return new Spread(
        finite.size(),
        values.size() - finite.size(),
        finite.isEmpty() ? Double.NaN : mean,
        finite.size() < 2 ? Double.NaN : Math.sqrt(squares / (finite.size() - 1)),
        lowest.orElse(Double.NaN),
        sum);
  }
}
