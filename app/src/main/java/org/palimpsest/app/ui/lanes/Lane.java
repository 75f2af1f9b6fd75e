package org.palimpsest.app.ui.lanes;

import java.util.Locale;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;

/**
 * A signal to be shown.
 *
 * @param id of the item; two of them for a difference
 * @param confidence how far a restored signal can be believed, where that is known
 */
record Lane(
    Kind kind,
    String id,
    String title,
    AudioClip clip,
    Peaks peaks,
    Optional<Confidence> confidence) {
  /** What it is to the examination. */
  enum Kind {
    PROTECTED("as received"),
    RESTORED("restored"),
    PERTURBATION("difference");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Lane of(Kind kind, String id, String title, AudioClip clip) {
    return new Lane(kind, id, title, clip, new Peaks(clip), Optional.empty());
  }

  static Lane restored(String id, String title, AudioClip clip, Optional<Confidence> confidence) {
    return new Lane(Kind.RESTORED, id, title, clip, new Peaks(clip), confidence);
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
