package org.palimpsest.app.ui;

import java.util.Arrays;
import java.util.Locale;

/** How long frames took, in milliseconds from one to the next. For one thread. */
final class Frames {
  private static final double MILLION = 1e6;

  private double[] gaps = new double[1024];
  private int count;
  private long last;

  void frame(long nanos) {
    if (last != 0) {
      if (count == gaps.length) {
        gaps = Arrays.copyOf(gaps, 2 * count);
      }
      gaps[count++] = (nanos - last) / MILLION;
    }
    last = nanos;
  }

  int count() {
    return count;
  }

  /** The gap that a share of all does not exceed. */
  double quantile(double share) {
    double[] sorted = Arrays.copyOf(gaps, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1.0, Math.floor(share * count))];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d frames, median %.1f ms, p99 %.1f ms, longest %.1f ms",
        count,
        quantile(0.5),
        quantile(0.99),
        quantile(1));
  }
}
