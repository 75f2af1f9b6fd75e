package org.palimpsest.analysis.wire;

import java.util.Arrays;
import org.palimpsest.analysis.audio.AudioClip;

/** Rates that do not divide each other leave a sample too many. */
final class Fitted {
  private Fitted() {}

  /** {@code received} with as many samples as {@code sent}, cut or silent at its end. */
  static AudioClip to(AudioClip sent, AudioClip received) {
    return AudioClip.of(Arrays.copyOf(received.toArray(), sent.length()), sent.rate());
  }
}
