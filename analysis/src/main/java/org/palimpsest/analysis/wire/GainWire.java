package org.palimpsest.analysis.wire;

import java.util.Locale;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.evaluation.Wire;

/** Another level, rounded to 16 bit. */
record GainWire(int decibels) implements Wire {
  @Override
  public String id() {
    return String.format(Locale.ROOT, "gain%+ddb", decibels);
  }

  @Override
  public String words() {
    return String.format(Locale.ROOT, "gain of %d dB, rounded to 16 bit", decibels);
  }

  @Override
  public AudioClip carry(AudioClip sent) {
    double factor = Math.pow(10, decibels / 20.0);
    float[] samples = sent.toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Pcm16.round(factor * samples[i]);
    }
    return AudioClip.of(samples, sent.rate());
  }
}
