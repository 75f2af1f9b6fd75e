package org.palimpsest.analysis.preimage;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * δᵢ = gainᵢ · LEVEL · tanh(mean of the neighbours / LEVEL): local, with a gain for each sample.
 */
final class LocalPerturbation implements Perturbation {
  static final int CONTEXT = 2;
  private static final double LEVEL = 0.05;

  private final float[] gains;
  private final int pieceSamples;
  private final List<SampleRange> computed = new ArrayList<>();

  LocalPerturbation(float[] gains, int pieceSamples) {
    this.gains = gains;
    this.pieceSamples = pieceSamples;
  }

  @Override
  public List<SampleRange> pieces(int length) {
    List<SampleRange> pieces = new ArrayList<>();
    for (int start = 0; start < length; start += pieceSamples) {
      pieces.add(new SampleRange(start, Math.min(length, start + pieceSamples)));
    }
    return pieces;
  }

  @Override
  public SampleRange reach(SampleRange piece, int length) {
    return piece.widened(CONTEXT, length);
  }

  @Override
  public void compute(float[] signal, SampleRange piece, float[] output) {
    computed.add(piece);
    for (int i = piece.start(); i < piece.end(); i++) {
      double sum = 0;
      for (int k = -CONTEXT; k <= CONTEXT; k++) {
        int at = i + k;
        sum += at < 0 || at >= signal.length ? 0 : (k == 0 ? 0.6 : 0.1) * signal[at];
      }
      output[i] = (float) (gains[i] * LEVEL * Math.tanh(sum / LEVEL));
    }
  }

  /** The pieces in the order in which they were computed. */
  List<SampleRange> computed() {
    return computed;
  }

  /** x + δ(x), on the 16-bit grid or not. */
  float[] protect(float[] original, boolean rounded) {
    float[] delta = new float[original.length];
    for (SampleRange piece : pieces(original.length)) {
      compute(original, piece, delta);
    }
    computed.clear();
    for (int i = 0; i < delta.length; i++) {
      delta[i] += original[i];
      delta[i] = rounded ? Pcm16.round(delta[i]) : delta[i];
    }
    return delta;
  }
}
