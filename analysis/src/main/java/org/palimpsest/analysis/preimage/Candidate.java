package org.palimpsest.analysis.preimage;

import java.util.BitSet;

/** A signal on the 16-bit grid that may be the original. */
final class Candidate {
  final float[] signal;

  /** δ at {@link #signal}. */
  final float[] forward;

  /** Samples of the exhibit that protecting {@link #signal} gives to the last bit. */
  final BitSet reproduced;

  /** What {@link #signal} was rounded from. */
  final Solution solution;

  /** Of δ, on the whole signal, those of the solution among them. */
  final int evaluations;

  Candidate(
      float[] signal, float[] forward, BitSet reproduced, Solution solution, int evaluations) {
    this.signal = signal;
    this.forward = forward;
    this.reproduced = reproduced;
    this.solution = solution;
    this.evaluations = evaluations;
  }

  /** The same, found after {@code evaluations} of δ. */
  Candidate after(int evaluations) {
    return new Candidate(signal, forward, reproduced, solution, evaluations);
  }

  /** How many samples are not reproduced. */
  int missed() {
    return signal.length - reproduced.cardinality();
  }

  /** How many samples of a range are not reproduced. */
  int missed(int from, int to) {
    return to - from - reproduced.get(from, to).cardinality();
  }
}
