package org.palimpsest.analysis.preimage;

import java.util.List;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * δ = level · sin of an alternating sum of seven samples: small, and rarely in doubt on the grid.
 */
public final class WavyPerturbation implements Perturbation {
  private static final int HALF = 3;
  private static final double STEEPNESS = 19;

  private final double level;

  public WavyPerturbation(double level) {
    this.level = level;
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
      for (int k = -HALF; k <= HALF; k++) {
        int at = i + k;
        double sample = at < 0 || at >= signal.length ? 0 : signal[at];
        sum += k % 2 == 0 ? -sample : sample;
      }
      output[i] = (float) (level * Math.sin(STEEPNESS * sum));
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
