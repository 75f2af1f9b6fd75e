package org.palimpsest.analysis.preimage;

/** One step of an iteration. */
final class Step {
  /** Change of the estimate. */
  final float[] moved;

  /** Change of the residual. */
  final float[] changed;

  Step(float[] moved, float[] changed) {
    this.moved = moved;
    this.changed = changed;
  }
}
