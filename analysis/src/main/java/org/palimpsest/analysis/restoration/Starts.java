package org.palimpsest.analysis.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.analysis.preimage.PlacedNoise;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * Where an inversion begins: the best guess (a remover's output, or the exhibit), then others whose
 * solutions show how much the result depends on that.
 *
 * @param count of starts, 1 to 3
 * @param noise level of the third start's noise as a share of the perturbation's
 * @param seed of that noise
 */
record Starts(int count, double noise, long seed) {
  /** Half width of the surroundings over which the level of the perturbation is taken: 25 ms. */
  private static final int SURROUNDINGS = 400;

  Starts {
    if (count < 1 || count > 3) {
      throw new IllegalArgumentException("starts lies between 1 and 3");
    }
  }

  /**
   * @param exhibit x'
   * @param guess the first start
   * @param perturbation δ at {@code guess}
   * @param offset of the first sample in the recording; the noise of a sample depends on its place
   *     alone, so that pieces of a recording get the same as the whole
   */
  List<float[]> of(float[] exhibit, float[] guess, float[] perturbation, int offset) {
    List<float[]> starts = new ArrayList<>(List.of(guess));
    if (count > 1) {
      starts.add(far(exhibit, guess, perturbation));
    }
    if (count > 2) {
      starts.add(near(guess, perturbation, offset));
    }
    return starts;
  }

  /** The exhibit; where that is the guess, one step beyond the perturbation. */
  private static float[] far(float[] exhibit, float[] guess, float[] perturbation) {
    boolean same = Arrays.equals(exhibit, guess);
    float[] far = exhibit.clone();
    for (int i = 0; same && i < far.length; i++) {
      far[i] -= 2 * perturbation[i];
    }
    return far;
  }

  private float[] near(float[] guess, float[] perturbation, int offset) {
    RunningSum energy = RunningSum.ofSquares(perturbation);
    float[] near = guess.clone();
    for (int i = 0; i < near.length; i++) {
      double level = Math.sqrt(energy.meanAround(i, SURROUNDINGS));
      near[i] += (float) (noise * level * Math.sqrt(12) * PlacedNoise.uniform(seed + offset + i));
    }
    return near;
  }
}
