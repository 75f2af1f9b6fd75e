package org.palimpsest.analysis.ffmpeg;

import org.palimpsest.analysis.RefusedException;

/** Takes decoded frames in order: {@link #begin} once, then frames. */
public interface FrameSink {
  void begin(int hertz, int channels) throws RefusedException;

  /**
   * The next {@code count} frames; {@code block[channel][frame]}, full scale ±1. The arrays are
   * reused after the call.
   */
  void frames(double[][] block, int count) throws RefusedException;
}
