package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.preimage.Perturbation;

/** A perturbation without some {@link Bands}, by a filter of linear phase whose delay is undone. */
final class BandLimited implements Perturbation {
  private static final int HALF = 255;

  private final Perturbation whole;
  private final float[] taps;

  BandLimited(Perturbation whole, BitSet missing) {
    this.whole = whole;
    this.taps = taps(missing);
  }

  /** Sum of ideal band passes, under a Hann window. */
  private static float[] taps(BitSet missing) {
    float[] taps = new float[2 * HALF + 1];
    for (int k = -HALF; k <= HALF; k++) {
      double sum = 0;
      for (int band = 0; band < Bands.COUNT; band++) {
        if (!missing.get(band)) {
          sum += lowPass(k, (band + 1.0) / Bands.COUNT) - lowPass(k, (double) band / Bands.COUNT);
        }
      }
      taps[k + HALF] = (float) (sum * (0.5 + 0.5 * Math.cos(Math.PI * k / (HALF + 1))));
    }
    return taps;
  }

  /** Impulse response of the ideal low pass at {@code cut} times half the rate. */
  private static double lowPass(int k, double cut) {
    return k == 0 ? cut : Math.sin(Math.PI * cut * k) / (Math.PI * k);
  }

  @Override
  public List<SampleRange> pieces(int length) {
    return whole.pieces(length);
  }

  @Override
  public SampleRange reach(SampleRange piece, int length) {
    return whole.reach(piece.widened(HALF, length), length);
  }

  @Override
  public void compute(float[] signal, SampleRange piece, float[] output) throws RefusedException {
    SampleRange wide = piece.widened(HALF, signal.length);
    float[] unfiltered = new float[signal.length];
    whole.compute(signal, wide, unfiltered);
    for (int i = piece.start(); i < piece.end(); i++) {
      double sum = 0;
      int from = Math.max(wide.start(), i - HALF);
      int to = Math.min(wide.end(), i + HALF + 1);
      for (int at = from; at < to; at++) {
        sum += (double) taps[at - i + HALF] * unfiltered[at];
      }
      output[i] = (float) sum;
    }
  }
}
