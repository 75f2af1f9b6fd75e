package org.palimpsest.analysis.preimage;

import java.util.List;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;

/** A perturbation for tests that is computed in one piece. */
abstract class WholePerturbation implements Perturbation {
  private final int half;

  /**
   * @param half samples each side that δ at a sample depends on
   */
  WholePerturbation(int half) {
    this.half = half;
  }

  @Override
  public final List<SampleRange> pieces(int length) {
    return List.of(new SampleRange(0, length));
  }

  @Override
  public final SampleRange reach(SampleRange piece, int length) {
    return piece.widened(half, length);
  }

  @Override
  public abstract void compute(float[] signal, SampleRange piece, float[] output);

  /** round16(x + δ(x)). */
  public final float[] protect(float[] original) {
    float[] exhibit = new float[original.length];
    compute(original, new SampleRange(0, original.length), exhibit);
    for (int i = 0; i < exhibit.length; i++) {
      exhibit[i] = Pcm16.round((double) original[i] + exhibit[i]);
    }
    return exhibit;
  }
}
