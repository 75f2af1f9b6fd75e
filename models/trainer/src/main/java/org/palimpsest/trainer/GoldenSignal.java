package org.palimpsest.trainer;

import java.util.Random;

/**
 * The input of a golden vector: a gliding harmonic tone in syllables, with pauses and hiss. Made
 * here, because nobody's speech may leave in a package.
 */
final class GoldenSignal {
  private static final int SAMPLES = 24_005; // no multiple of any stride
  private static final double RATE = 16_000;

  private GoldenSignal() {}

  static float[] make() {
    Random random = new Random(20241213);
    float[] signal = new float[SAMPLES];
    double phase = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double time = i / RATE;
      phase += 2 * Math.PI * (130 + 25 * Math.sin(2 * Math.PI * 0.9 * time)) / RATE;
      double tone = 0;
      for (int harmonic = 1; harmonic <= 24; harmonic++) {
        tone += Math.sin(harmonic * phase) / harmonic;
      }
      double syllable = Math.max(0, Math.sin(2 * Math.PI * 2.2 * time) + 0.4);
      signal[i] = (float) (0.08 * syllable * tone + 0.002 * random.nextGaussian());
    }
    return signal;
  }
}
