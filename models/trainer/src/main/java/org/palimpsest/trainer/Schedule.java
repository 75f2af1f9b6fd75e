package org.palimpsest.trainer;

/**
 * The learning rate: rising linearly over the first twentieth of the steps, at most 200, then
 * falling along a half cosine to nothing.
 */
record Schedule(double highest, int steps) {
  private static final int LONGEST_WARM_UP = 200;

  /**
   * @param step from 1
   */
  double rate(int step) {
    int warmUp = Math.max(1, Math.min(LONGEST_WARM_UP, steps / 20));
    double falling = 0.5 + 0.5 * Math.cos(Math.PI * (step - 1) / steps);
    return highest * Math.min(1, (double) step / warmUp) * falling;
  }
}
