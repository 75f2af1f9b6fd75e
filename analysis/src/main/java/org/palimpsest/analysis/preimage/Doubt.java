package org.palimpsest.analysis.preimage;

import java.util.function.IntToDoubleFunction;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * What the exhibit cannot tell even where every sample of it is explained. On the grid x' = x +
 * rint(δ(x)): where δ lies near the middle between two steps, an error of one step elsewhere turns
 * the rounding over, and both recordings fit: {@link WrongSteps}.
 */
final class Doubt {
  /** Of two neighbouring values that both fit. */
  private static final double EITHER = 0.5;

  /** Half width of the surroundings over which the effect of noise is averaged: 25 ms. */
  private static final int SURROUNDINGS = 400;

  private Doubt() {}

  /**
   * For each sample of {@code chosen} the probability that it is one step off; two evaluations.
   * White noise says how many of them are wrong if their surroundings are like them; as many, put
   * in, say what they and those farther away do.
   */
  static float[] of(Perturbation delta, Candidate chosen, WrongSteps wrongSteps)
      throws RefusedException {
    int n = chosen.signal.length;
    float[] noise = moved(delta, chosen, i -> sign(i));
    RunningSum energy = RunningSum.ofSquares(noise);
    RunningSum raised = new RunningSum(n, i -> sign(i) * noise[i]);
    float[] first = new float[n];
    for (int i = 0; i < n; i++) {
      first[i] = (float) wrongSteps.share(Math.sqrt(energy.meanAround(i, SURROUNDINGS)));
    }
    float[] errors =
        moved(delta, chosen, i -> PlacedNoise.uniform(~i) + 0.5 < first[i] ? sign(i) : 0);
    RunningSum shifts = RunningSum.ofSquares(errors);
    float[] doubt = new float[n];
    for (int i = 0; i < n; i++) {
      double steps = chosen.forward[i] / Pcm16.LSB;
      double distance = Math.abs(steps - Math.floor(steps) - 0.5);
      double share = WrongSteps.moved(Math.sqrt(shifts.meanAround(i, SURROUNDINGS)));
      boolean either = distance < -raised.meanAround(i, SURROUNDINGS);
      doubt[i] = (float) (either ? EITHER : WrongSteps.probability(distance, share));
    }
    return doubt;
  }

  /** What changing the chosen signal by so many steps does to δ, in steps. */
  private static float[] moved(Perturbation delta, Candidate chosen, IntToDoubleFunction change)
      throws RefusedException {
    int n = chosen.signal.length;
    float[] shaken = new float[n];
    for (int i = 0; i < n; i++) {
      shaken[i] = chosen.signal[i] + (float) (change.applyAsDouble(i) * Pcm16.LSB);
    }
    float[] forward = new float[n];
    delta.compute(shaken, new SampleRange(0, n), forward);
    for (int i = 0; i < n; i++) {
      forward[i] = (float) ((forward[i] - chosen.forward[i]) / Pcm16.LSB);
    }
    return forward;
  }

  /** ±1, by the parity of a multiplicative hash. */
  private static int sign(int i) {
    return Integer.bitCount((i + 1) * 0x9E3779B9) % 2 == 0 ? 1 : -1;
  }
}
