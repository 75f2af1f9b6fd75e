package org.palimpsest.analysis.wire;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.evaluation.Wire;

/** Kept as a 16-bit file at another rate, and brought back. */
record ResamplingWire(int hertz) implements Wire {
  @Override
  public String id() {
    return "resampled-" + hertz;
  }

  @Override
  public String words() {
    return "resampled to " + hertz + " Hz, 16 bit, and back";
  }

  @Override
  public AudioClip carry(AudioClip sent) {
    AudioClip there = Pcm16.round(sent.resampled(new SampleRate(hertz)));
    return Pcm16.round(Fitted.to(sent, there.resampled(sent.rate())));
  }
}
