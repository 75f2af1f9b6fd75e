package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Marks of a ruler at round seconds, as far apart as their labels need. */
final class Ticks {
  private static final double APART = 90;
  private static final double[] ROUND = {1, 2, 5};

  /**
   * @param label empty for a mark between two labels
   */
  record Tick(double x, String label) {}

  private Ticks() {}

  static List<Tick> of(TimeAxis.Span span, int hertz) {
    double step = step(APART * span.scale() / hertz);
    double small = step / 5;
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(span.start() / hertz / small);
    long last = (long) Math.floor(span.end() / hertz / small);
    for (long i = first; i <= last; i++) {
      double seconds = i * small;
      String label = i % 5 == 0 ? label(seconds, step) : "";
      ticks.add(new Tick(span.xOf(seconds * hertz), label));
    }
    return ticks;
  }

  /** Seconds with as many decimals as the step asks for; minutes from the first on. */
  static String label(double seconds, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%." + decimals + "f", seconds);
    }
    long minutes = (long) (seconds / 60);
    String width = decimals == 0 ? "02" : "0" + (decimals + 3);
    return String.format(
        Locale.ROOT, "%d:%" + width + "." + decimals + "f", minutes, seconds - 60 * minutes);
  }

  private static double step(double least) {
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : ROUND) {
      if (round * decade >= least) {
        return round * decade;
      }
    }
    return 10 * decade;
  }
}
