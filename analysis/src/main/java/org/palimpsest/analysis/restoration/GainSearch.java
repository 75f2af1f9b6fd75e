package org.palimpsest.analysis.restoration;

import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.preimage.Perturbation;

/**
 * Finds the gain that an exhibit underwent after it was protected: that with which nothing {@link
 * Remains} of the perturbation in a first guess at the original. A secant through what remains at
 * two gains leads to it. A perturbation that grows with the level of the speech has no such gain,
 * and a coder's losses are not undone by one.
 */
record GainSearch(KnownProtector known, Perturbation delta, int chunkSamples) {
  private static final int STEPS = 10;

  /** Decibels that a share of 1 stands for at first, and the longest stride. */
  private static final double STRIDE = 20;

  private static final double LONGEST = 6;

  /** A gain below this is taken for none. */
  private static final double LEAST_DB = 0.02;

  /** A gain that is known less well than this is a coincidence. */
  private static final double VAGUEST_DB = 0.25;

  /** What remains in the single bands where the gain is right and the guess is not. */
  private static final double MOST_OF_BANDS = 8;

  /**
   * @param decibels of the exhibit over the protected signal
   * @param deviation of these by chance
   * @param evaluations of δ that it took, on the whole exhibit
   */
  record Found(double decibels, double deviation, int evaluations) {}

  /** Looks for it; empty where no gain leaves nothing. */
  Optional<Found> find(
      AudioClip exhibit, InferenceEngine engine, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    double before = 0;
    CommonSpectrum.Common remains = remains(exhibit, before, engine, cancellation);
    double share = remains.share();
    double now = clamped(before, STRIDE * share);
    for (int step = 2; step <= STEPS && Double.isFinite(share); step++) {
      progress.at("gain", (double) step / STEPS);
      remains = remains(exhibit, now, engine, cancellation);
      double slope = (remains.share() - share) / (now - before);
      double stride = -remains.share() / slope;
      double deviation = Math.abs(remains.deviation() / slope);
      if (Math.abs(stride) < Math.max(deviation / 4, LEAST_DB / 4)) {
        boolean right = slope < 0 && deviation <= VAGUEST_DB && remains.ofBands() <= MOST_OF_BANDS;
        return right && Math.abs(now) >= LEAST_DB
            ? Optional.of(new Found(now + stride, deviation, 2 * step))
            : Optional.empty();
      }
      before = now;
      share = remains.share();
      now = clamped(now, slope < 0 ? stride : STRIDE * share);
    }
    return Optional.empty();
  }

  private static double clamped(double from, double stride) {
    double to = from + Math.max(-LONGEST, Math.min(LONGEST, stride));
    return Math.max(-Gain.MOST, Math.min(Gain.MOST, to));
  }

  private CommonSpectrum.Common remains(
      AudioClip exhibit, double gain, InferenceEngine engine, Cancellation cancellation)
      throws RefusedException, CancelledException {
    AudioClip before = Gain.change(exhibit, -gain);
    AudioClip guess = known.guess(before, chunkSamples, engine, Progress.NONE, cancellation);
    float[] samples = guess.toArray();
    float[] added = delta.of(samples, cancellation);
    if (known.remover().isEmpty()) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] -= added[i];
      }
      added = delta.of(samples, cancellation);
    }
    return Remains.of(AudioClip.of(samples, exhibit.rate()), AudioClip.of(added, exhibit.rate()))
        .whole();
  }
}
