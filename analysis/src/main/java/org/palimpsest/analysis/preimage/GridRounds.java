package org.palimpsest.analysis.preimage;

import java.util.BitSet;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/**
 * Moves a solution to the grid of 16 bit, where the original lies: y ← round16(y + x' − round16(y +
 * δ(y))), a few times. What the exhibit demands exactly is stronger than a small residual. Where
 * the gain of δ exceeds 1 such a correction leads away: a window keeps it only if no more of its
 * samples miss the exhibit than before.
 */
final class GridRounds {
  /** Windows that keep or reject a correction: 25 ms. */
  private static final int WINDOW = 400;

  private final Perturbation delta;
  private final float[] exhibit;
  private final Cancellation cancellation;
  private final Solution solution;
  private int evaluations;

  /**
   * @param solution to be moved to the grid
   */
  GridRounds(Perturbation delta, float[] exhibit, Solution solution, Cancellation cancellation) {
    this.delta = delta;
    this.exhibit = exhibit;
    this.solution = solution;
    this.cancellation = cancellation;
    this.evaluations = solution.evaluations;
  }

  /** The solution rounded, then corrected up to {@code rounds} times. */
  Candidate settle(int rounds) throws RefusedException, CancelledException {
    Candidate kept = candidate(rounded(solution.estimate));
    for (int round = 0; round < rounds && kept.missed() > 0; round++) {
      Candidate corrected = candidate(corrected(kept));
      float[] mixture = kept.signal.clone();
      boolean all = true;
      for (int from = 0; from < mixture.length; from += WINDOW) {
        int to = Math.min(mixture.length, from + WINDOW);
        if (corrected.missed(from, to) <= kept.missed(from, to)) {
          System.arraycopy(corrected.signal, from, mixture, from, to - from);
        } else {
          all = false;
        }
      }
      Candidate next = all ? corrected : candidate(mixture);
      if (next.missed() >= kept.missed()) {
        break;
      }
      kept = next;
    }
    return kept.after(evaluations);
  }

  private Candidate candidate(float[] y) throws RefusedException, CancelledException {
    cancellation.check();
    float[] forward = new float[y.length];
    delta.compute(y, new SampleRange(0, y.length), forward);
    evaluations++;
    BitSet reproduced = new BitSet(y.length);
    for (int i = 0; i < y.length; i++) {
      reproduced.set(i, Pcm16.code(image(y, forward, i)) == Pcm16.code(exhibit[i]));
    }
    return new Candidate(y, forward, reproduced, solution, evaluations);
  }

  private float[] corrected(Candidate candidate) {
    float[] next = new float[exhibit.length];
    for (int i = 0; i < next.length; i++) {
      float image = image(candidate.signal, candidate.forward, i);
      next[i] = Pcm16.round((double) candidate.signal[i] + exhibit[i] - image);
    }
    return next;
  }

  private static float image(float[] y, float[] forward, int i) {
    return Pcm16.round((double) y[i] + forward[i]);
  }

  private static float[] rounded(float[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Pcm16.round(values[i]);
    }
    return rounded;
  }
}
