package org.palimpsest.analysis.audio;

import org.palimpsest.analysis.RefusedException;

/** Takes decoded frames in order. A decoder calls {@link #begin} once, before any frame. */
interface SampleSink {
  /** The header was read; {@code channels} and {@code rate} are those of all frames to come. */
  void begin(SampleRate rate, int channels) throws RefusedException;

  /** How many frames will come, if the decoder knows; they need not. Called after the header. */
  default void expect(long frames) {}

  /**
   * The next {@code count} frames; {@code block[channel][frame]}, full scale ±1. The arrays are
   * reused after the call.
   */
  void frames(double[][] block, int count) throws RefusedException;
}
