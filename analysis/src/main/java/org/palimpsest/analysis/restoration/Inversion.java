package org.palimpsest.analysis.restoration;

import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;

/**
 * The original as the pre-image of the exhibit under a known protector: {@link PreImage}, from the
 * output of a remover where one is known for this protector, else from the exhibit; piece by piece,
 * so that memory does not grow with the work. Where the exhibit lost {@link Bands}, the
 * perturbation is taken without them, and nothing is said of confidence; nor where a {@link Gain}
 * is undone. A small residual is numerical convergence; it does not show that this protector was
 * used. That nothing {@link Remains} of its perturbation does.
 */
record Inversion(
    KnownProtector known,
    PreImage preImage,
    Starts starts,
    ConfidenceSettings confidence,
    Gain gain,
    int chunkSamples,
    int marginContexts)
    implements RestorationMethod {
  static final String ID = "inversion";
  static final String VERSION = "2";

  @Override
  public List<ModelPackage> models() {
    return known.models();
  }

  @Override
  public Outcome<Restored> restore(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    try (ModelSession session = engine.open(known.protector())) {
      Perturbation delta = new ModelPerturbation(new ChunkedModel(session, chunkSamples));
      InversionRun run = new InversionRun(this, delta, exhibit, engine, progress, cancellation);
      InversionRun.Attempt attempt = run.at(gain.decibels());
      if (!gain.searched() || !attempt.looksChanged()) {
        return attempt.outcome(Optional.empty());
      }
      Optional<GainSearch.Found> found =
          new GainSearch(known, delta, chunkSamples).find(exhibit, engine, progress, cancellation);
      if (found.isPresent()) {
        InversionRun.Attempt other = run.at(found.get().decibels());
        if (other.looksRight()) {
          return other.outcome(found);
        }
      }
      return attempt.outcome(Optional.empty());
    }
  }

  List<Segment> segments(int length) {
    return Segment.of(length, known.protector(), chunkSamples, marginContexts);
  }
}
