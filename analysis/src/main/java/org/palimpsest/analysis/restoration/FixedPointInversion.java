package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.inference.ChunkedModel;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.FixedPoint;
import org.palimpsest.analysis.preimage.FixedPointSettings;
import org.palimpsest.analysis.preimage.Perturbation;

/**
 * Version 1 of the inversion, by {@link FixedPoint}. Kept so that what cases hold can be run again,
 * and as the yardstick of its successor.
 */
record FixedPointInversion(KnownProtector known, FixedPointSettings settings, int chunkSamples)
    implements RestorationMethod {
  static final String VERSION = "1";

  @Override
  public List<ModelPackage> models() {
    return known.models();
  }

  @Override
  public Outcome<Restored> restore(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AudioClip start = known.guess(exhibit, chunkSamples, engine, progress, cancellation);
    try (ModelSession session = engine.open(known.protector())) {
      Perturbation delta = new ModelPerturbation(new ChunkedModel(session, chunkSamples));
      FixedPoint solution = new FixedPoint(delta, settings, exhibit.toArray(), start.toArray());
      solution.solve(progress, cancellation);
      BitSet windows = UnsettledWindows.of(solution.residual());
      double unsettled = UnsettledWindows.share(windows, exhibit.length());
      Optional<Outcome<Restored>> refusal = UnsettledWindows.refusal(known.protector(), unsettled);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      AudioClip restored = Pcm16.round(AudioClip.of(solution.estimate(), exhibit.rate()));
      SortedMap<String, Double> figures = Figures.ofSignals(exhibit, restored);
      float[] forward = delta.of(restored.toArray(), cancellation);
      AudioClip perturbation = AudioClip.of(forward, exhibit.rate());
      figures.putAll(Figures.ofForwardModel(exhibit, restored, perturbation));
      figures.put("unsettledShare", unsettled);
      figures.put("iterations", (double) solution.iterations());
      figures.put("evaluations", solution.evaluations());
      return new Outcome.Completed<>(new Restored(restored, figures, windows, Optional.empty()));
    }
  }
}
