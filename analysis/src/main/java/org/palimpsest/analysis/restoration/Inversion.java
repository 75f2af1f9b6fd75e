package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;

/**
 * The original as the pre-image of the exhibit under a known protector: {@link PreImage}, from the
 * output of a remover where one is known for this protector, else from the exhibit; piece by piece,
 * so that memory does not grow with the work. Where the exhibit lost {@link Bands}, the
 * perturbation is taken without them, and nothing is said of confidence. A small residual is
 * numerical convergence; it does not show that this protector was used.
 */
record Inversion(
    KnownProtector known,
    PreImage preImage,
    Starts starts,
    ConfidenceSettings confidence,
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
    AudioClip guess = known.guess(exhibit, chunkSamples, engine, progress, cancellation);
    try (ModelSession session = engine.open(known.protector())) {
      Perturbation delta = new ModelPerturbation(new ChunkedModel(session, chunkSamples));
      float[] perturbation = delta.of(guess.toArray(), cancellation);
      BitSet missing = Bands.missing(exhibit.toArray(), perturbation);
      Optional<Outcome<Restored>> tooFew = Bands.refusal(known.protector(), missing);
      if (tooFew.isPresent()) {
        return tooFew.get();
      }
      if (!missing.isEmpty()) {
        delta = new BandLimited(delta, missing);
      }
      Solved solved = new Solved(exhibit.length(), confidence.certainDoubt());
      solve(solved, delta, exhibit, guess, perturbation, progress, cancellation);
      BitSet unsettled = UnsettledWindows.of(solved.sums);
      double share = UnsettledWindows.share(unsettled, exhibit.length());
      Optional<Outcome<Restored>> refusal = UnsettledWindows.refusal(known.protector(), share);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      AudioClip restored = AudioClip.of(solved.signal, exhibit.rate());
      SortedMap<String, Double> figures = Figures.ofSignals(exhibit, restored);
      float[] forward = delta.of(restored.toArray(), cancellation);
      AudioClip added = AudioClip.of(forward, exhibit.rate());
      figures.putAll(Figures.ofForwardModel(exhibit, restored, added));
      Remains remains = Remains.of(restored, added);
      figures.putAll(Figures.of(remains, exhibit.length()));
      figures.put("unsettledShare", share);
      figures.put("missingBandsShare", (double) missing.cardinality() / Bands.COUNT);
      figures.put("iterations", (double) solved.iterations);
      figures.put("evaluations", solved.evaluations);
      Optional<Confidence> track = Optional.empty();
      if (starts.count() > 1 && missing.isEmpty()) {
        ExactImage image =
            ExactImage.measure(
                preImage,
                delta,
                new ExactImage.Inverted(exhibit, guess, restored, segments(exhibit.length())),
                progress,
                cancellation);
        figures.putAll(Figures.of(image, solved.sums, exhibit.length()));
        figures.merge("evaluations", image.evaluations(), Double::sum);
        BitSet bounded = remains.off();
        bounded.or(image.likely(solved.sums));
        bounded.andNot(image.doubted(solved.sums));
        bounded.andNot(remains.seen());
        bounded.andNot(unsettled);
        track = Optional.of(Confidence.of(solved.sums, bounded, confidence));
        figures.putAll(Figures.of(track.get(), exhibit.length()));
      }
      return new Outcome.Completed<>(new Restored(restored, figures, unsettled, track));
    }
  }

  private List<Segment> segments(int length) {
    return Segment.of(length, known.protector(), chunkSamples, marginContexts);
  }

  private void solve(
      Solved solved,
      Perturbation delta,
      AudioClip exhibit,
      AudioClip guess,
      float[] perturbation,
      Progress progress,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    int length = exhibit.length();
    solved.evaluations = 1;
    for (Segment segment : segments(length)) {
      progress.at("inversion", (double) segment.core().start() / length);
      float[] received = segment.cropOf(exhibit);
      List<float[]> from =
          starts.of(
              received,
              segment.cropOf(guess),
              segment.cropOf(perturbation),
              segment.crop().start());
      solved.keep(segment, preImage.find(delta, received, from, cancellation));
    }
    progress.at("inversion", 1);
  }

  /** What is known of the whole recording, filled piece by piece. */
  private static final class Solved {
    private final float[] signal;
    private final WindowSums sums;
    private int iterations;
    private double evaluations;

    Solved(int length, double certainDoubt) {
      signal = new float[length];
      sums = new WindowSums(length, certainDoubt);
    }

    void keep(Segment segment, Found found) {
      int shift = segment.crop().start();
      float[] residual = found.residual();
      float[] disagreement = found.disagreement();
      float[] doubt = found.doubt();
      BitSet reproduced = found.reproduced();
      for (int i = segment.core().start(); i < segment.core().end(); i++) {
        int at = i - shift;
        signal[i] = found.signal()[at];
        sums.add(i, residual[at], disagreement[at], doubt[at], reproduced.get(at));
      }
      iterations = Math.max(iterations, found.iterations());
      evaluations += found.evaluations() * (double) segment.crop().length() / signal.length;
    }
  }
}
