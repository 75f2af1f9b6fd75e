package org.palimpsest.analysis.restoration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.Found;
import org.palimpsest.analysis.preimage.Perturbation;
import org.palimpsest.analysis.preimage.PreImage;

/**
 * Whether an exhibit is, sample for sample, what the protector gives. Nearly every signal has a
 * pre-image among the real numbers, but on the 16-bit grid x ↦ x + rint(δ(x)) leaves signals out:
 * of a recording that was changed after protection more samples stay unexplained than of one that
 * was not. How many of each is found on pieces: of the exhibit changed by up to one step a sample,
 * and by {@link Rehearsal}. Where these two differ enough the counts in the exhibit tell which of
 * them it is like; where they do not, nothing can be told.
 */
final class ExactImage {
  /** Samples that are inverted again, where there are so many. */
  private static final int TRIED = 128_000;

  /** Half of the surroundings in which samples are counted, in windows: 2 s. */
  private static final int SURROUNDINGS = 80;

  /** How many times as probable the counts must be for an image as for a changed recording. */
  private static final double SHOWN = 1000;

  private final double ifImage;
  private final double ifChanged;
  private final double evaluations;

  private ExactImage(double ifImage, double ifChanged, double evaluations) {
    this.ifImage = ifImage;
    this.ifChanged = ifChanged;
    this.evaluations = evaluations;
  }

  /**
   * An inversion that was done.
   *
   * @param guess what it started from
   * @param segments in which it was done
   */
  record Inverted(AudioClip exhibit, AudioClip guess, List<Segment> segments) {}

  /**
   * Inverts evenly spaced segments again.
   *
   * @param ifImage the share of samples that rehearsals left unexplained
   */
  static ExactImage measure(
      PreImage preImage,
      Perturbation delta,
      Inverted inverted,
      double ifImage,
      Progress progress,
      Cancellation cancellation)
      throws RefusedException, CancelledException {
    long samples = 0;
    long missed = 0;
    double evaluations = 0;
    List<Segment> tried = spread(inverted.segments());
    for (Segment segment : tried) {
      progress.at("exact image", (double) tried.indexOf(segment) / tried.size());
      List<float[]> start = List.of(segment.cropOf(inverted.guess()));
      int offset = segment.crop().start();
      float[] other = Rehearsal.changed(segment.cropOf(inverted.exhibit()), offset);
      Found found = preImage.find(delta, other, start, cancellation);
      int from = segment.core().start() - offset;
      int length = segment.core().length();
      samples += length;
      missed += length - found.reproduced().get(from, from + length).cardinality();
      evaluations += found.evaluations() * (double) segment.crop().length();
    }
    progress.at("exact image", 1);
    return new ExactImage(
        ifImage, rate(missed, samples), evaluations / inverted.exhibit().length());
  }

  /** With one half added, so that nothing is impossible. */
  static double rate(long missed, long samples) {
    return (missed + 0.5) / (samples + 1);
  }

  private static List<Segment> spread(List<Segment> segments) {
    int samples = segments.stream().mapToInt(s -> s.core().length()).sum();
    int wanted = (int) Math.ceil((double) TRIED * segments.size() / Math.max(1, samples));
    int count = Math.min(segments.size(), wanted);
    List<Segment> spread = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      spread.add(segments.get((int) ((long) k * segments.size() / count)));
    }
    return spread;
  }

  /** The share of samples that stay unexplained of an unchanged image of this protector. */
  double unexplainedIfImage() {
    return ifImage;
  }

  /** The share of samples that stay unexplained of a recording changed afterwards. */
  double unexplainedIfChanged() {
    return ifChanged;
  }

  /** Whether the two shares differ enough for the counts to tell. */
  boolean tells() {
    return 1.5 * ifImage < ifChanged;
  }

  /** Of δ, on the whole exhibit. */
  double evaluations() {
    return evaluations;
  }

  /** The windows in whose surroundings the exhibit is clearly an unchanged image. */
  BitSet shown(WindowSums sums) {
    return windows(sums, Math.log(SHOWN));
  }

  /**
   * The windows in whose surroundings it is rather an image than changed: none of them where the
   * counts tell nothing; a new set.
   */
  BitSet likely(WindowSums sums) {
    return windows(sums, 0);
  }

  /** The windows in whose surroundings it is rather changed than an image; likewise. */
  BitSet doubted(WindowSums sums) {
    BitSet doubted = windows(sums, 0);
    if (tells()) {
      doubted.flip(0, sums.windows());
    }
    return doubted;
  }

  private BitSet windows(WindowSums sums, double least) {
    BitSet windows = new BitSet(sums.windows());
    for (int w = 0; tells() && w < sums.windows(); w++) {
      int from = Math.max(0, w - SURROUNDINGS);
      int to = Math.min(sums.windows(), w + SURROUNDINGS + 1);
      windows.set(w, logRatio(sums.missed(from, to), sums.samples(from, to)) >= least);
    }
    return windows;
  }

  /** Of the likelihoods of a count, as image over changed; both are Poisson. */
  private double logRatio(int missed, int samples) {
    return samples * (ifChanged - ifImage) - missed * Math.log(ifChanged / ifImage);
  }
}
