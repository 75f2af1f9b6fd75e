package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;

/** The median of each sample and its two neighbours; the first and the last sample stay. */
record MedianSmoothing() implements Purification {
  @Override
  public String id() {
    return "ms";
  }

  @Override
  public String words() {
    return "median of 3 samples";
  }

  @Override
  public AudioClip apply(AudioClip exhibit, long seed) {
    float[] samples = exhibit.toArray();
    for (int i = 1; i < samples.length - 1; i++) {
      float before = exhibit.at(i - 1);
      float here = exhibit.at(i);
      float after = exhibit.at(i + 1);
      float median = Math.max(Math.min(before, here), Math.min(Math.max(before, here), after));
      samples[i] = median;
    }
    return Pcm16.round(AudioClip.of(samples, exhibit.rate()));
  }
}
