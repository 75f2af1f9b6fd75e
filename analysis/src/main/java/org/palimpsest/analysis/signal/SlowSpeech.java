package org.palimpsest.analysis.signal;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import org.palimpsest.analysis.audio.SampleRate;

/**
 * Speech slower at the same pitch, piece by piece, by overlapping stretches where they are most
 * alike (WSOLA, Verhelst and Roelands 1993, as TarsosDSP does it). An aid for listening: what comes
 * out is no longer the recording. What follows a piece is joined to it without a step, also if the
 * next piece is of another signal. Not thread-safe.
 */
public final class SlowSpeech {
  /** The slowest. */
  public static final double HALF = 0.5;

  private final WaveformSimilarityBasedOverlapAdd adder;
  private final AudioEvent event;

  /**
   * @param tempo between {@link #HALF} and 1, of the recording's own
   * @throws IllegalArgumentException for any other
   */
  public SlowSpeech(double tempo, SampleRate rate) {
    if (!(tempo >= HALF && tempo <= 1)) {
      throw new IllegalArgumentException("a tempo of " + tempo);
    }
    adder =
        new WaveformSimilarityBasedOverlapAdd(
            WaveformSimilarityBasedOverlapAdd.Parameters.speechDefaults(tempo, rate.hertz()));
    event = new AudioEvent(new TarsosDSPAudioFormat(rate.hertz(), 16, 1, true, false));
  }

  /** Samples of a piece. */
  public int piece() {
    return adder.getInputBufferSize();
  }

  /** Samples from the start of a piece to the start of the next. */
  public int step() {
    return adder.getInputBufferSize() - adder.getOverlap();
  }

  /**
   * What is heard of a piece; the first fades in.
   *
   * @param samples as many as {@link #piece} says, from {@link #step} after the former's start on
   */
  public float[] next(float[] samples) {
    if (samples.length != piece()) {
      throw new IllegalArgumentException(samples.length + " samples, not " + piece());
    }
    event.setFloatBuffer(samples.clone());
    adder.process(event);
    return event.getFloatBuffer().clone();
  }
}
