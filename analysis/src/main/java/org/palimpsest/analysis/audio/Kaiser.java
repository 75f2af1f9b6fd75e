package org.palimpsest.analysis.audio;

/** The Kaiser window, not normalised: its shape is I₀(β√(1 − r²)). */
public final class Kaiser {
  private Kaiser() {}

  /**
   * The window at a place.
   *
   * @param r distance from the middle, as a share of half the window; beyond 1 it is as at 1
   */
  public static double at(double beta, double r) {
    return bessel(beta * Math.sqrt(Math.max(0, 1 - r * r)));
  }

  /** Modified Bessel function of the first kind, order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
