package org.palimpsest.analysis.preimage;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/** A known perturbation δ, computed in pieces. */
public interface Perturbation {
  /** The pieces of a signal, in order, without overlap. */
  List<SampleRange> pieces(int length);

  /** All samples that δ within {@code piece} depends on. */
  SampleRange reach(SampleRange piece, int length);

  /** Computes {@code piece} of δ({@code signal}) into {@code output}. */
  void compute(float[] signal, SampleRange piece, float[] output) throws RefusedException;

  /** δ of a whole signal, piece by piece. */
  default float[] of(float[] signal, Cancellation cancellation)
      throws RefusedException, CancelledException {
    float[] output = new float[signal.length];
    for (SampleRange piece : pieces(signal.length)) {
      cancellation.check();
      compute(signal, piece, output);
    }
    return output;
  }
}
