package org.palimpsest.trainer;

/**
 * Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1; β₁ 0.9, β₂ 0.999, ε 1e-8) after the gradient
 * was clipped to a norm. In plain Java, so that its state can be kept and its sums have one order.
 */
final class Adam {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;

  private final double largestNorm;

  Adam(double largestNorm) {
    this.largestNorm = largestNorm;
  }

  /**
   * Moves the values and the moments of {@code state}.
   *
   * @param step from 1
   */
  void step(AdamState state, float[] gradient, double rate, int step) {
    double norm = norm(gradient);
    double scale = norm > largestNorm ? largestNorm / norm : 1;
    double size = rate / (1 - Math.pow(FIRST, step));
    double spread = 1 - Math.pow(SECOND, step);
    for (int i = 0; i < gradient.length; i++) {
      double slope = scale * gradient[i];
      state.first()[i] = (float) (FIRST * state.first()[i] + (1 - FIRST) * slope);
      state.second()[i] = (float) (SECOND * state.second()[i] + (1 - SECOND) * slope * slope);
      double root = Math.sqrt(state.second()[i] / spread) + EPSILON;
      state.values()[i] -= (float) (size * state.first()[i] / root);
    }
  }

  private static double norm(float[] gradient) {
    double sum = 0;
    for (float slope : gradient) {
      sum += (double) slope * slope;
    }
    return Math.sqrt(sum);
  }
}
