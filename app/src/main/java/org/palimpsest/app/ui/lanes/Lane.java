package org.palimpsest.app.ui.lanes;

import org.palimpsest.analysis.audio.AudioClip;

/**
 * A signal to be shown.
 *
 * @param id of the item; two of them for a difference
 */
record Lane(Kind kind, String id, String title, AudioClip clip, Peaks peaks) {
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
    return new Lane(kind, id, title, clip, new Peaks(clip));
  }
}
