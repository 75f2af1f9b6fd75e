package org.palimpsest.analysis.preimage;

import org.palimpsest.analysis.audio.SampleRange;

/**
 * δ = level · sin of an alternating sum of seven samples: small, and rarely in doubt on the grid.
 */
public final class WavyPerturbation extends WholePerturbation {
  private static final int HALF = 3;
  private static final double STEEPNESS = 19;

  private final double level;

  public WavyPerturbation(double level) {
    super(HALF);
    this.level = level;
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
}
