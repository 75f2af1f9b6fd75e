package org.palimpsest.analysis.preimage;

import java.util.List;
import java.util.Random;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;

/** δ = a filter of 41 random taps, none at the middle. */
public final class FilterPerturbation implements Perturbation {
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
    this.strongFrom = strongFrom;
    this.strength = strength;
    Random random = new Random(11);
    for (int k = 0; k < taps.length; k++) {
      taps[k] = k == HALF ? 0 : gain * random.nextGaussian() / Math.sqrt(2 * HALF);
    }
  }

  @Override
  public List<SampleRange> pieces(int length) {
    return List.of(new SampleRange(0, length));
  }

  @Override
  public SampleRange reach(SampleRange piece, int length) {
    return piece.widened(HALF, length);
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

  /** round16(x + δ(x)). */
  public float[] protect(float[] original) {
    float[] exhibit = new float[original.length];
    compute(original, new SampleRange(0, original.length), exhibit);
    for (int i = 0; i < exhibit.length; i++) {
      exhibit[i] = Pcm16.round((double) original[i] + exhibit[i]);
    }
    return exhibit;
  }
}
