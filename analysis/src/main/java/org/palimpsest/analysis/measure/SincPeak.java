package org.palimpsest.analysis.measure;

/** Values and maxima between the samples of an even function, by Hann-windowed sinc. */
final class SincPeak {
  private static final int DEPTH = 70;

  private final double[] values; // of 0, 1, 2 …; those of −1, −2 … are the same

  SincPeak(double[] values) {
    this.values = values;
  }

  double at(double x) {
    int left = (int) Math.floor(x);
    double offset = x - left;
    if (offset == 0) {
      return value(left);
    }
    int depth = Math.min(DEPTH, values.length - 2 - left);
    double sine = Math.sin(Math.PI * offset) / Math.PI;
    double sum = 0;
    for (int k = 0; k < depth; k++) {
      double before = offset + k; // distances to the neighbours on each side
      double after = 1 - offset + k;
      double sign = (k & 1) == 0 ? sine : -sine;
      sum += sign * value(left - k) / before * hann(before / (offset + depth));
      sum += sign * value(left + 1 + k) / after * hann(after / (1 - offset + depth));
    }
    return sum;
  }

  /** Where the maximum lies that is nearest to the sample {@code i}, itself a local maximum. */
  double argument(int i) {
    double x = i;
    for (double step : new double[] {1, 0.1, 0.01}) {
      double left = at(x - step);
      double middle = at(x);
      double right = at(x + step);
      double bend = left - 2 * middle + right;
      double shift = bend < 0 ? step * (left - right) / (2 * bend) : 0;
      x += Math.max(-step, Math.min(step, shift));
    }
    return x;
  }

  private double value(int i) {
    return values[Math.abs(i)];
  }

  private static double hann(double share) {
    return 0.5 + 0.5 * Math.cos(Math.PI * share);
  }
}
