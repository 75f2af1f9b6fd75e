package org.palimpsest.analysis.restoration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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

/**
 * The original as the pre-image of the exhibit under a known protector: {@link FixedPoint}, from
 * the output of a remover where one is known for this protector, else from the exhibit. A small
 * residual is numerical convergence; it does not show that this protector was used.
 */
record Inversion(
    ModelPackage protector,
    Optional<ModelPackage> remover,
    InversionSettings settings,
    int chunkSamples)
    implements RestorationMethod {
  static final String ID = "inversion";
  static final String VERSION = "1";

  /** With more than half of it unsettled a result would be a guess. */
  private static final double MOST_UNSETTLED = 0.5;

  @Override
  public List<ModelPackage> models() {
    List<ModelPackage> models = new ArrayList<>(List.of(protector));
    remover.ifPresent(models::add);
    return models;
  }

  @Override
  public Outcome<Restored> restore(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AudioClip start =
        remover.isPresent()
            ? new LearnedRemover(remover.get(), chunkSamples)
                .estimate(exhibit, engine, progress, cancellation)
            : exhibit;
    try (ModelSession session = engine.open(protector)) {
      Perturbation delta = new ModelPerturbation(new ChunkedModel(session, chunkSamples));
      FixedPoint solution = new FixedPoint(delta, settings, exhibit.toArray(), start.toArray());
      solution.solve(progress, cancellation);
      BitSet windows = unsettled(solution.residual());
      double unsettled = share(windows, exhibit.length());
      if (unsettled > MOST_UNSETTLED) {
        return new Outcome.NotApplicable<>(
            String.format(
                Locale.ROOT,
                "the inversion of %s did not converge on this recording: %.0f %% of its 25 ms"
                    + " windows did not settle; it was protected by another, or changed afterwards",
                protector.reference(),
                100 * unsettled));
      }
      AudioClip restored = Pcm16.round(AudioClip.of(solution.estimate(), exhibit.rate()));
      SortedMap<String, Double> figures = Figures.ofSignals(exhibit, restored);
      figures.putAll(Figures.ofForwardModel(exhibit, restored, delta));
      figures.put("unsettledShare", unsettled);
      figures.put("iterations", (double) solution.iterations());
      figures.put("evaluations", solution.evaluations());
      return new Outcome.Completed<>(new Restored(restored, figures, windows));
    }
  }

  /** The windows whose residual is above half a step of 16 bit, root mean square. */
  private static BitSet unsettled(float[] residual) {
    BitSet unsettled = new BitSet();
    for (int w = 0; w * Restored.WINDOW < residual.length; w++) {
      int end = Math.min(residual.length, (w + 1) * Restored.WINDOW);
      double energy = 0;
      for (int i = w * Restored.WINDOW; i < end; i++) {
        energy += (double) residual[i] * residual[i];
      }
      unsettled.set(w, Math.sqrt(energy / (end - w * Restored.WINDOW)) > Pcm16.LSB / 2);
    }
    return unsettled;
  }

  private static double share(BitSet windows, int samples) {
    return windows.cardinality() / Math.ceil((double) samples / Restored.WINDOW);
  }
}
