package org.palimpsest.trainer;

/** A stretch of a recording, clean and protected. */
final class Crop {
  private final float[] clean;
  private final float[] exhibit;

  /** Takes the arrays over; both of one length. */
  Crop(float[] clean, float[] exhibit) {
    this.clean = clean;
    this.exhibit = exhibit;
  }

  /** x. */
  float[] clean() {
    return clean;
  }

  /** x', what a remover reads. */
  float[] exhibit() {
    return exhibit;
  }

  /** x' − x: what is to be estimated. */
  float[] perturbation() {
    float[] difference = new float[clean.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = exhibit[i] - clean[i];
    }
    return difference;
  }
}
