package org.palimpsest.analysis.restoration;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * The gain that an exhibit underwent after it was protected.
 *
 * @param decibels what is known of it; 0 where it is searched
 * @param searched whether it is looked for where the exhibit shows that there was one
 */
record Gain(double decibels, boolean searched) {
  private static final String SEARCH = "search";

  /** Nobody turns a recording up or down by more than this. */
  static final double MOST = 40;

  /** Of the parameter: {@code search}, or a number of decibels. */
  static Gain of(String value) throws RefusedException {
    if (value.equals(SEARCH)) {
      return new Gain(0, true);
    }
    try {
      double decibels = Double.parseDouble(value);
      if (Math.abs(decibels) <= MOST) {
        return new Gain(decibels, false);
      }
      throw new RefusedException("gainDb must lie between -40 and 40");
    } catch (NumberFormatException e) {
      throw new RefusedException("gainDb is \"search\" or a number, not \"" + value + "\"", e);
    }
  }

  /** {@code clip} changed by {@code decibels}; not rounded. The same object where that is 0. */
  static AudioClip change(AudioClip clip, double decibels) {
    if (decibels == 0) {
      return clip;
    }
    double factor = Math.pow(10, decibels / 20);
    float[] samples = clip.toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (factor * samples[i]);
    }
    return AudioClip.of(samples, clip.rate());
  }
}
