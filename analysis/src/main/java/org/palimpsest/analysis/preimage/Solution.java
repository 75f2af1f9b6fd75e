package org.palimpsest.analysis.preimage;

/** Where an iteration ended. */
final class Solution {
  /** y, not on the grid. */
  final float[] estimate;

  /** x' − y − δ(y). */
  final float[] residual;

  final int iterations;

  /** Of δ, on the whole signal. */
  final int evaluations;

  Solution(float[] estimate, float[] residual, int iterations, int evaluations) {
    this.estimate = estimate;
    this.residual = residual;
    this.iterations = iterations;
    this.evaluations = evaluations;
  }
}
