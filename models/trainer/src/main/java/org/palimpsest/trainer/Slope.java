package org.palimpsest.trainer;

/** The loss at a point and how it changes with each value. */
final class Slope {
  private final double loss;
  private final float[] gradient;

  /**
   * @param loss mean over the crops of 10·log10(Σ(δ − r)² / Σδ²) in dB
   * @param gradient of the loss, in the order of the values; taken over
   */
  Slope(double loss, float[] gradient) {
    this.loss = loss;
    this.gradient = gradient;
  }

  double loss() {
    return loss;
  }

  float[] gradient() {
    return gradient;
  }

  /** Whether one can go on from here. */
  boolean isFinite() {
    boolean finite = Double.isFinite(loss);
    for (float slope : gradient) {
      finite &= Float.isFinite(slope);
    }
    return finite;
  }
}
