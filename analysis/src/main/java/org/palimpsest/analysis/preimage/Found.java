package org.palimpsest.analysis.preimage;

import java.util.BitSet;

/** The recording before protection, as far as it could be found. The arrays are the receiver's. */
public final class Found {
  private final Candidate chosen;
  private final float[] disagreement;
  private final float[] doubt;
  private final int evaluations;

  Found(Candidate chosen, float[] disagreement, float[] doubt, int evaluations) {
    this.chosen = chosen;
    this.disagreement = disagreement;
    this.doubt = doubt;
    this.evaluations = evaluations;
  }

  /** On the 16-bit grid. */
  public float[] signal() {
    return chosen.signal;
  }

  /** Samples of the exhibit that protecting {@link #signal} gives to the last bit. */
  public BitSet reproduced() {
    return chosen.reproduced;
  }

  /** x' − y − δ(y) before rounding to the grid. */
  public float[] residual() {
    return chosen.solution.residual;
  }

  /**
   * The largest distance of {@link #signal} to what another start led to; 0 throughout with one
   * start.
   */
  public float[] disagreement() {
    return disagreement;
  }

  /**
   * For each sample the probability that it is one step off although it explains the exhibit; 0
   * throughout with one start.
   */
  public float[] doubt() {
    return doubt;
  }

  /** Of the start whose solution was taken. */
  public int iterations() {
    return chosen.solution.iterations;
  }

  /** Of δ on the whole signal, over all starts. */
  public int evaluations() {
    return evaluations;
  }
}
