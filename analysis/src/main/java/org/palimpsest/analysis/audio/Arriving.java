package org.palimpsest.analysis.audio;

import org.palimpsest.analysis.RefusedException;

/** Who cannot wait for the end of a recording. */
@FunctionalInterface
public interface Arriving {
  /** Waits for the end. */
  Arriving UNSEEN = clip -> {};

  /**
   * Several times a second while a recording is decoded, on the decoding thread.
   *
   * @param clip what there is so far: the beginning of the clip to come, or of one that is refused
   *     in the end
   * @throws RefusedException to stop
   */
  void soFar(AudioClip clip) throws RefusedException;
}
