package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * What happens to a recording between its protection and its seizure: a codec, a band limit, a
 * change of gain. Deterministic and safe for several threads.
 */
public interface Wire {
  /** What tables and cached results name it by; another behaviour has another id. */
  String id();

  /** What it is asked for by: its id without the version of what carries it. */
  default String name() {
    return id();
  }

  /** What it does, with its parameters, and the version of what does it if not this program. */
  String words();

  /**
   * What arrives: on the 16-bit grid, of the rate and length of {@code sent} and aligned with it,
   * whatever delay the wire has.
   *
   * @throws RefusedException if this clip cannot be sent
   */
  AudioClip carry(AudioClip sent) throws RefusedException;
}
