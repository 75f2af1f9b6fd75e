package org.palimpsest.app.ui.lanes;

import java.util.Locale;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.app.figure.TrackSource;

/**
 * A signal to be shown.
 *
 * @param id of the item; two of them for a difference
 * @param origin the hash of its bytes, or how it was made from other signals, in words
 * @param length of the whole signal; the clip is shorter while it is being read
 * @param confidence how far a restored signal can be believed, where that is known
 */
record Lane(
    Kind kind,
    String id,
    String title,
    String origin,
    int length,
    AudioClip clip,
    Peaks peaks,
    TrackSource tracks,
    Optional<Confidence> confidence) {
  /** What it is to the examination. */
  enum Kind {
    PROTECTED("as received"),
    RESTORED("restored"),
    ORIGINAL("original, for validation"),
    PERTURBATION("difference");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Lane of(Kind kind, String id, String title, String origin, AudioClip clip) {
    return of(kind, id, title, origin, clip, new Peaks(clip));
  }

  private static Lane of(
      Kind kind, String id, String title, String origin, AudioClip clip, Peaks peaks) {
    return new Lane(
        kind,
        id,
        title,
        origin,
        clip.length(),
        clip,
        peaks,
        new TrackSource(clip),
        Optional.empty());
  }

  /** The same with more of its signal, or all of it. */
  Lane grownTo(AudioClip longer) {
    return of(kind, id, title, origin, longer, peaks.grownTo(longer));
  }

  /** The same as the beginning of a signal. */
  Lane beginningOf(int samples) {
    return new Lane(
        kind, id, title, origin, Math.max(samples, length), clip, peaks, tracks, confidence);
  }

  /** Whether there is more to come. */
  boolean arriving() {
    return clip.length() < length;
  }

  /** Whether the other is more of the same signal, or all of it. */
  boolean growsTo(Lane longer) {
    return arriving() && id.equals(longer.id());
  }

  /** The same with what is known of how far it can be believed. */
  Lane with(Optional<Confidence> known) {
    return new Lane(kind, id, title, origin, length, clip, peaks, tracks, known);
  }

  /** How far the signal can be believed at a sample, in words; empty where nothing is known. */
  String doubt(int sample) {
    int w = sample / Restored.WINDOW;
    if (confidence.isEmpty() || w >= confidence.get().windows()) {
      return "";
    }
    double bound = confidence.get().boundLsb(w);
    if (Double.isInfinite(bound)) {
      return "no bound";
    }
    String words = String.format(Locale.ROOT, "error up to %.2g steps, estimated", bound);
    return confidence.get().ambiguous().get(w) ? "ambiguous, " + words : words;
  }
}
