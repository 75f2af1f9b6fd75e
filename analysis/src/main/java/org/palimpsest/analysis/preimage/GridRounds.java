package org.palimpsest.analysis.preimage;

import java.util.BitSet;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/**
 * Moves a solution to the grid of 16 bit, where the original lies: y ← round16(y + x' − round16(y +
 * δ(y))), a few times. What the exhibit demands exactly is stronger than a small residual.
 */
final class GridRounds {
  private final Perturbation delta;
  private final float[] exhibit;

  GridRounds(Perturbation delta, float[] exhibit) {
    this.delta = delta;
    this.exhibit = exhibit;
  }

  /** Of the rounded solution and {@code rounds} corrections of it, the one that reproduces most. */
  Candidate settle(Solution solution, int rounds, Cancellation cancellation)
      throws RefusedException, CancelledException {
    float[] y = rounded(solution.estimate);
    Candidate best = null;
    for (int round = 0; round <= rounds; round++) {
      cancellation.check();
      float[] forward = new float[y.length];
      delta.compute(y, new SampleRange(0, y.length), forward);
      BitSet reproduced = new BitSet(y.length);
      float[] next = new float[y.length];
      for (int i = 0; i < y.length; i++) {
        float image = Pcm16.round((double) y[i] + forward[i]);
        reproduced.set(i, Pcm16.code(image) == Pcm16.code(exhibit[i]));
        next[i] = Pcm16.round((double) y[i] + exhibit[i] - image);
      }
      int evaluations = solution.evaluations + round + 1;
      if (best == null || reproduced.cardinality() > best.reproduced.cardinality()) {
        best = new Candidate(y, forward, reproduced, solution, evaluations);
      }
      if (reproduced.cardinality() == y.length) {
        break;
      }
      y = next;
    }
    return best;
  }

  private static float[] rounded(float[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Pcm16.round(values[i]);
    }
    return rounded;
  }
}
