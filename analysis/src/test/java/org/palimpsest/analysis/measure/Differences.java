package org.palimpsest.analysis.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Magnitudes of differences, and how they are distributed. */
final class Differences {
  private final String what;
  private final List<Double> values = new ArrayList<>();

  Differences(String what) {
    this.what = what;
  }

  void add(double a, double b) {
    values.add(Math.abs(a - b));
  }

  int count() {
    return values.size();
  }

  double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  /** The share of differences above {@code limit}. */
  double shareAbove(double limit) {
    return (double) values.stream().filter(v -> v > limit).count() / values.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: n %d, median %.5g, 95 %% %.5g, most %.5g",
        what,
        values.size(),
        quantile(0.5),
        quantile(0.95),
        quantile(1));
  }
}
