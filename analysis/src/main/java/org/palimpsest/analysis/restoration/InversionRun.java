package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;

/** One {@link Inversion} of one exhibit, while its protector is open. */
final class InversionRun {
  private final Inversion inversion;
  private final Perturbation protector;
  private final AudioClip exhibit;
  private final InferenceEngine engine;
  private final Progress progress;
  private final Cancellation cancellation;

  InversionRun(
      Inversion inversion,
      Perturbation protector,
      AudioClip exhibit,
      InferenceEngine engine,
      Progress progress,
      Cancellation cancellation) {
    this.inversion = inversion;
    this.protector = protector;
    this.exhibit = exhibit;
    this.engine = engine;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Inverts the exhibit.
   *
   * @param gain in dB, that it underwent after it was protected; undone first
   */
  Attempt at(double gain) throws RefusedException, CancelledException {
    AudioClip image = Gain.change(exhibit, -gain);
    AudioClip guess =
        inversion.known().guess(image, inversion.chunkSamples(), engine, progress, cancellation);
    float[] perturbation = protector.of(guess.toArray(), cancellation);
    BitSet missing = Bands.missing(image.toArray(), perturbation);
    Perturbation delta = missing.isEmpty() ? protector : new BandLimited(protector, missing);
    Solved solved = solve(delta, gain, missing, image, guess, perturbation);
    BitSet unsettled = UnsettledWindows.of(solved.sums());
    double share = UnsettledWindows.share(unsettled, exhibit.length());
    Optional<Outcome<Restored>> refusal =
        UnsettledWindows.refusal(inversion.known().protector(), share);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    float[] forward = delta.of(solved.signal().toArray(), cancellation);
    AudioClip added = AudioClip.of(forward, exhibit.rate());
    Remains remains = Remains.of(solved.signal(), added);
    return new Undone(gain, guess, delta, missing, solved, unsettled, added, remains);
  }

  /** The error is foretold only of what is compared with the exhibit on its own grid. */
  private boolean hasTrack(double gain, BitSet missing) {
    return inversion.starts().count() > 1 && missing.isEmpty() && gain == 0;
  }

  private Solved solve(
      Perturbation delta,
      double gain,
      BitSet missing,
      AudioClip image,
      AudioClip guess,
      float[] perturbation)
      throws RefusedException, CancelledException {
    int length = exhibit.length();
    boolean withTrack = hasTrack(gain, missing);
    PreImage preImage = gain == 0 ? inversion.preImage() : inversion.preImage().offGrid();
    Solved solved = new Solved(length, inversion.confidence().certainDoubt());
    for (Segment segment : inversion.segments(length)) {
      progress.at("inversion", (double) segment.core().start() / length);
      float[] received = segment.cropOf(image);
      List<float[]> from =
          inversion
              .starts()
              .of(
                  received,
                  segment.cropOf(guess),
                  segment.cropOf(perturbation),
                  segment.crop().start());
      Found found = preImage.find(delta, received, from, cancellation);
      if (withTrack) {
        float[] start = from.get(0);
        int offset = segment.crop().start();
        solved.keep(
            segment,
            found,
            Rehearsal.of(preImage, delta, found.signal(), start, offset, cancellation));
      } else {
        solved.keep(segment, found);
      }
    }
    progress.at("inversion", 1);
    return solved;
  }

  /** What came of an inversion. */
  sealed interface Attempt permits Refused, Undone {
    /** Whether the exhibit lost bands, or most of it is not what protection gave. */
    boolean looksChanged();

    /** Whether most of it is. */
    boolean looksRight();

    /**
     * The answer.
     *
     * @param found the gain that was undone, if it was found in the exhibit
     */
    Outcome<Restored> outcome(Optional<GainSearch.Found> found)
        throws RefusedException, CancelledException;
  }

  private record Refused(Outcome<Restored> reason) implements Attempt {
    @Override
    public boolean looksChanged() {
      return true;
    }

    @Override
    public boolean looksRight() {
      return false;
    }

    @Override
    public Outcome<Restored> outcome(Optional<GainSearch.Found> found) {
      return reason;
    }
  }

  private final class Undone implements Attempt {
    private final double gain;
    private final AudioClip guess;
    private final Perturbation delta;
    private final BitSet missing;
    private final Solved solved;
    private final BitSet unsettled;
    private final AudioClip added;
    private final Remains remains;

    Undone(
        double gain,
        AudioClip guess,
        Perturbation delta,
        BitSet missing,
        Solved solved,
        BitSet unsettled,
        AudioClip added,
        Remains remains) {
      this.gain = gain;
      this.guess = guess;
      this.delta = delta;
      this.missing = missing;
      this.solved = solved;
      this.unsettled = unsettled;
      this.added = added;
      this.remains = remains;
    }

    @Override
    public boolean looksChanged() {
      return !missing.isEmpty() || 2 * remains.seen().cardinality() > solved.sums().windows();
    }

    @Override
    public boolean looksRight() {
      int windows = solved.sums().windows();
      return 2 * remains.off().cardinality() > windows
          && 10 * remains.seen().cardinality() < windows;
    }

    @Override
    public Outcome<Restored> outcome(Optional<GainSearch.Found> found)
        throws RefusedException, CancelledException {
      int length = exhibit.length();
      AudioClip wrong = remains.signal(solved.signal(), added);
      AudioClip restored = Pcm16.round(Gain.change(solved.signal().minus(wrong), gain));
      SortedMap<String, Double> figures = Figures.ofSignals(exhibit, restored);
      figures.putAll(
          Figures.ofForwardModel(
              exhibit, Gain.change(solved.signal(), gain), Gain.change(added, gain)));
      figures.putAll(Figures.ofPutBack(wrong, added));
      figures.putAll(Figures.of(remains, length));
      figures.put("unsettledShare", UnsettledWindows.share(unsettled, length));
      figures.put("missingBandsShare", (double) missing.cardinality() / Bands.COUNT);
      figures.put("iterations", (double) solved.iterations());
      figures.put("evaluations", 2 + solved.evaluations());
      if (gain != 0) {
        figures.put("gainDb", gain);
      }
      if (found.isPresent()) {
        figures.put("gainDeviationDb", found.get().deviation());
        figures.merge("evaluations", (double) found.get().evaluations(), Double::sum);
      }
      Optional<Confidence> track = Optional.empty();
      if (hasTrack(gain, missing)) {
        ExactImage image =
            ExactImage.measure(
                inversion.preImage(),
                delta,
                new ExactImage.Inverted(exhibit, guess, inversion.segments(length)),
                solved.unexplainedInRehearsal(),
                progress,
                cancellation);
        figures.putAll(Figures.of(image, solved.sums(), length));
        figures.merge("evaluations", image.evaluations(), Double::sum);
        track = Optional.of(track(image));
        figures.putAll(Figures.of(track.get(), length));
      }
      return new Outcome.Completed<>(new Restored(restored, figures, unsettled, track));
    }

    /** Bounded is what settled and what nothing speaks against, where something can. */
    private Confidence track(ExactImage image) {
      BitSet bounded = remains.off();
      bounded.or(image.likely(solved.sums()));
      bounded.andNot(image.doubted(solved.sums()));
      bounded.andNot(remains.seen());
      bounded.andNot(unsettled);
      return Confidence.of(solved.sums(), bounded, inversion.confidence());
    }
  }
}
