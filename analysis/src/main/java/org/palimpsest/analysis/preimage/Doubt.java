package org.palimpsest.analysis.preimage;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * What the exhibit cannot tell even where every sample of it is explained. On the grid x' = x +
 * rint(δ(x)): where δ lies near the middle between two steps, an error of one step elsewhere turns
 * the rounding over, and both recordings fit. The nearer the middle, in units of what white noise
 * of one step does to δ there, the likelier.
 */
final class Doubt {
  /**
   * Probability of a wrong step at the middle, and how fast it falls; fitted on development speech
   * (docs/methods/inversion.md).
   */
  private static final double AT_MIDDLE = 0.3;

  private static final double FALL = 4;

  /** Of two neighbouring values that both fit. */
  private static final double EITHER = 0.5;

  /** Half width of the surroundings over which the effect of noise is averaged: 25 ms. */
  private static final int SURROUNDINGS = 400;

  private Doubt() {}

  /** For each sample of {@code chosen} the probability that it is one step off; one evaluation. */
  static float[] of(Perturbation delta, Candidate chosen) throws RefusedException {
    float[] signal = chosen.signal;
    int n = signal.length;
    float[] shaken = new float[n];
    for (int i = 0; i < n; i++) {
      shaken[i] = signal[i] + (float) (sign(i) * Pcm16.LSB);
    }
    float[] forward = new float[n];
    delta.compute(shaken, new SampleRange(0, n), forward);
    RunningSum energy = new RunningSum(n, i -> square(moved(forward, chosen, i)));
    RunningSum raised = new RunningSum(n, i -> sign(i) * moved(forward, chosen, i));
    float[] doubt = new float[n];
    for (int i = 0; i < n; i++) {
      double gain = Math.sqrt(energy.meanAround(i, SURROUNDINGS));
      double steps = chosen.forward[i] / Pcm16.LSB;
      double distance = Math.abs(steps - Math.floor(steps) - 0.5);
      double wrong = gain == 0 ? 0 : AT_MIDDLE * Math.exp(-FALL * distance / gain);
      boolean either = distance < -raised.meanAround(i, SURROUNDINGS);
      doubt[i] = (float) (either ? EITHER : wrong);
    }
    return doubt;
  }

  /** What the noise did to δ at a sample, in steps. */
  private static double moved(float[] forward, Candidate chosen, int i) {
    return (forward[i] - chosen.forward[i]) / Pcm16.LSB;
  }

  private static double square(double value) {
    return value * value;
  }

  /** ±1, by the parity of a multiplicative hash. */
  private static int sign(int i) {
    return Integer.bitCount((i + 1) * 0x9E3779B9) % 2 == 0 ? 1 : -1;
  }
}
