package org.palimpsest.analysis.evaluation;

import java.util.Locale;
import java.util.Random;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.signal.Levels;

/**
 * White Gaussian noise of exactly {@code snrDb} below the exhibit, before the result is rounded.
 */
record AddedNoise(double snrDb) implements Purification {
  @Override
  public String id() {
    return "an";
  }

  @Override
  public String words() {
    return String.format(Locale.ROOT, "white noise at %.0f dB SNR", snrDb);
  }

  @Override
  public AudioClip apply(AudioClip exhibit, long seed) {
    Random random = new Random(seed);
    double[] noise = new double[exhibit.length()];
    double energy = 0;
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
      energy += noise[i] * noise[i];
    }
    double scale = Math.sqrt(Levels.energy(exhibit) / energy / Math.pow(10, snrDb / 10));
    float[] samples = exhibit.toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Pcm16.round(samples[i] + scale * noise[i]);
    }
    return AudioClip.of(samples, exhibit.rate());
  }
}
