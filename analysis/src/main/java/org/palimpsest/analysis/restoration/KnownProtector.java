package org.palimpsest.analysis.restoration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;

/**
 * A protector that is inverted.
 *
 * @param remover that gives a first guess, where one is known
 */
record KnownProtector(ModelPackage protector, Optional<ModelPackage> remover) {
  List<ModelPackage> models() {
    List<ModelPackage> models = new ArrayList<>(List.of(protector));
    remover.ifPresent(models::add);
    return models;
  }

  /** What the inversion starts from: the remover's output, not yet rounded, or the exhibit. */
  AudioClip guess(
      AudioClip exhibit,
      int chunkSamples,
      InferenceEngine engine,
      Progress progress,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    return remover.isPresent()
        ? new LearnedRemover(remover.get(), chunkSamples)
            .estimate(exhibit, engine, progress, cancellation)
        : exhibit;
  }
}
