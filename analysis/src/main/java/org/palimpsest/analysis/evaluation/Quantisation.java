package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;

/** Rounds to multiples of {@code factor} on the 16-bit scale, ties to even. */
record Quantisation(int factor) implements Purification {
  @Override
  public String id() {
    return "qt";
  }

  @Override
  public String words() {
    return "rounded to multiples of " + factor + " steps of 16 bit";
  }

  @Override
  public AudioClip apply(AudioClip exhibit, long seed) {
    float[] samples = exhibit.toArray();
    double step = factor * Pcm16.LSB;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Pcm16.round(Math.rint(samples[i] / step) * step);
    }
    return AudioClip.of(samples, exhibit.rate());
  }
}
