package org.palimpsest.analysis.preimage;

import java.util.Random;
import org.palimpsest.analysis.audio.SampleRange;

/** δ = a filter of 41 random taps, none at the middle. */
public final class FilterPerturbation extends WholePerturbation {
  private static final int HALF = 20;

  private final double[] taps = new double[2 * HALF + 1];
  private final int strongFrom;
  private final double strength;

  /**
   * @param gain what white noise of level one becomes
   */
  public FilterPerturbation(double gain) {
    this(gain, Integer.MAX_VALUE, 1);
  }

  /**
   * @param strongFrom first sample where it is {@code strength} times as strong
   */
  FilterPerturbation(double gain, int strongFrom, double strength) {
    super(HALF);
    this.strongFrom = strongFrom;
    this.strength = strength;
    Random random = new Random(11);
    for (int k = 0; k < taps.length; k++) {
      taps[k] = k == HALF ? 0 : gain * random.nextGaussian() / Math.sqrt(2 * HALF);
    }
  }

  @Override
  public void compute(float[] signal, SampleRange piece, float[] output) {
    for (int i = piece.start(); i < piece.end(); i++) {
      double sum = 0;
      for (int k = 0; k < taps.length; k++) {
        int at = i + k - HALF;
        sum += at < 0 || at >= signal.length ? 0 : taps[k] * signal[at];
      }
      output[i] = (float) (i < strongFrom ? sum : strength * sum);
    }
  }
}
