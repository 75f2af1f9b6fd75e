package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;

/**
 * Subtracts the perturbation that a trained model estimates from the exhibit (arXiv 2412.09195), as
 * far as it is in there: what {@link Remains} of it afterwards is put back.
 */
record LearnedRemover(ModelPackage remover, int chunkSamples) implements RestorationMethod {
  static final String ID = "learned-remover";
  static final String VERSION = "1";

  @Override
  public List<ModelPackage> models() {
    return List.of(remover);
  }

  @Override
  public Outcome<Restored> restore(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AudioClip estimate = estimate(exhibit, engine, progress, cancellation);
    AudioClip removed = exhibit.minus(estimate);
    Remains remains = Remains.of(estimate, removed);
    AudioClip wrong = remains.signal(estimate, removed);
    AudioClip restored = Pcm16.round(estimate.minus(wrong));
    SortedMap<String, Double> figures = Figures.ofSignals(exhibit, restored);
    figures.putAll(Figures.of(remains, exhibit.length()));
    figures.putAll(Figures.ofPutBack(wrong, removed));
    return new Outcome.Completed<>(new Restored(restored, figures, new BitSet(), Optional.empty()));
  }

  /** x' − r(x'), not yet rounded. */
  AudioClip estimate(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    float[] signal = exhibit.toArray();
    float[] removed = new float[signal.length];
    try (ModelSession session = engine.open(remover)) {
      ChunkedModel model = new ChunkedModel(session, chunkSamples);
      for (SampleRange chunk : model.chunks(signal.length)) {
        cancellation.check();
        progress.at("remover", (double) chunk.start() / signal.length);
        model.run(signal, chunk, removed);
      }
    }
    for (int i = 0; i < removed.length; i++) {
      removed[i] = signal[i] - removed[i];
    }
    return AudioClip.of(removed, exhibit.rate());
  }
}
