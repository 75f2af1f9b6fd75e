package org.palimpsest.analysis.measure;

/**
 * All roots of a real polynomial at once by the Aberth–Ehrlich iteration (O. Aberth, "Iteration
 * methods for finding all zeros of a polynomial simultaneously", Math. Comp. 27, 1973).
 */
final class Roots {
  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-13;

  private final double[] coefficients; // of z^(n−1) … z^0; that of z^n is 1
  private final double[] re;
  private final double[] im;

  /**
   * Of zⁿ + c₀·zⁿ⁻¹ + … + cₙ₋₁.
   *
   * @param coefficients c₀ to cₙ₋₁
   */
  Roots(double... coefficients) {
    this.coefficients = coefficients.clone();
    int n = coefficients.length;
    re = new double[n];
    im = new double[n];
    for (int k = 0; k < n; k++) {
      double angle = 2 * Math.PI * k / n + 0.4; // off the axes, or pairs could never part
      re[k] = 0.9 * Math.cos(angle);
      im[k] = 0.9 * Math.sin(angle);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double moved = 0;
      for (int k = 0; k < n; k++) {
        moved = Math.max(moved, improve(k));
      }
      if (moved < SETTLED) {
        return;
      }
    }
  }

  int count() {
    return re.length;
  }

  double re(int k) {
    return re[k];
  }

  double im(int k) {
    return im[k];
  }

  /** One step of root {@code k}: w = N / (1 − N·S), N = p/p', S = Σ 1/(zₖ − zⱼ). */
  private double improve(int k) {
    double x = re[k];
    double y = im[k];
    double pRe = 1;
    double pIm = 0;
    double dRe = 0;
    double dIm = 0;
    for (double c : coefficients) {
      double nextDRe = dRe * x - dIm * y + pRe;
      dIm = dRe * y + dIm * x + pIm;
      dRe = nextDRe;
      double nextPRe = pRe * x - pIm * y + c;
      pIm = pRe * y + pIm * x;
      pRe = nextPRe;
    }
    double dNorm = dRe * dRe + dIm * dIm;
    if (dNorm == 0) {
      re[k] += 1e-6;
      return 1;
    }
    double nRe = (pRe * dRe + pIm * dIm) / dNorm;
    double nIm = (pIm * dRe - pRe * dIm) / dNorm;
    double sRe = 0;
    double sIm = 0;
    for (int j = 0; j < re.length; j++) {
      double gapRe = x - re[j];
      double gapIm = y - im[j];
      double norm = gapRe * gapRe + gapIm * gapIm;
      if (j != k && norm > 0) {
        sRe += gapRe / norm;
        sIm -= gapIm / norm;
      }
    }
    double qRe = 1 - (nRe * sRe - nIm * sIm);
    double qIm = -(nRe * sIm + nIm * sRe);
    double qNorm = qRe * qRe + qIm * qIm;
    double wRe = qNorm > 0 ? (nRe * qRe + nIm * qIm) / qNorm : nRe;
    double wIm = qNorm > 0 ? (nIm * qRe - nRe * qIm) / qNorm : nIm;
    re[k] = x - wRe;
    im[k] = y - wIm;
    return Math.hypot(wRe, wIm);
  }
}
