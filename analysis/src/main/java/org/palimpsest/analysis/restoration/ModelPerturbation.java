package org.palimpsest.analysis.restoration;

import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.preimage.Perturbation;

/** δ by a protector package. */
record ModelPerturbation(ChunkedModel model) implements Perturbation {
  @Override
  public List<SampleRange> pieces(int length) {
    return model.chunks(length);
  }

  @Override
  public SampleRange reach(SampleRange piece, int length) {
    return model.reach(piece, length);
  }

  @Override
  public void compute(float[] signal, SampleRange piece, float[] output) throws RefusedException {
    model.run(signal, piece, output);
  }
}
