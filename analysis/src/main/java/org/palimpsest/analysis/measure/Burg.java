package org.palimpsest.analysis.measure;

/**
 * Linear prediction by Burg's method, which minimises forward and backward errors together (N.
 * Andersen, "On the calculation of filter coefficients for maximum entropy spectral analysis",
 * Geophysics 39, 1974).
 */
final class Burg {
  private Burg() {}

  /**
   * The coefficients a₁…aₙ of x(t) ≈ Σ aₖ·x(t−k).
   *
   * @return empty for a signal without energy
   */
  static double[] coefficients(double[] signal, int order) {
    int n = signal.length;
    double energy = 0;
    for (double value : signal) {
      energy += value * value;
    }
    if (!(energy > 0) || n <= order) {
      return new double[0];
    }
    double[] forward = signal.clone();
    double[] backward = signal.clone();
    double[] a = new double[order];
    double[] before = new double[order];
    for (int m = 0; m < order; m++) {
      double product = 0;
      double norm = 0;
      for (int t = m + 1; t < n; t++) {
        product += forward[t] * backward[t - 1];
        norm += forward[t] * forward[t] + backward[t - 1] * backward[t - 1];
      }
      if (!(norm > 0)) {
        return new double[0];
      }
      double reflection = 2 * product / norm;
      System.arraycopy(a, 0, before, 0, m);
      a[m] = reflection;
      for (int k = 0; k < m; k++) {
        a[k] = before[k] - reflection * before[m - 1 - k];
      }
      for (int t = n - 1; t > m; t--) {
        double f = forward[t];
        forward[t] = f - reflection * backward[t - 1];
        backward[t] = backward[t - 1] - reflection * f;
      }
    }
    return a;
  }
}
