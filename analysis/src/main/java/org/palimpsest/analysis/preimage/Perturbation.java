package org.palimpsest.analysis.preimage;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;

/** A known perturbation δ, computed in pieces. */
public interface Perturbation {
  /** The pieces of a signal, in order, without overlap. */
  List<SampleRange> pieces(int length);

  /** All samples that δ within {@code piece} depends on. */
  SampleRange reach(SampleRange piece, int length);

  /** Computes {@code piece} of δ({@code signal}) into {@code output}. */
  void compute(float[] signal, SampleRange piece, float[] output) throws RefusedException;
}
