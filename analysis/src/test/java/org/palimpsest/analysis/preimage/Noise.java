package org.palimpsest.analysis.preimage;

import java.util.Arrays;
import java.util.Random;
import org.palimpsest.analysis.audio.Pcm16;

/** Signals and gains for tests of this package. */
final class Noise {
  private Noise() {}

  static float[] gains(int length, float gain) {
    float[] gains = new float[length];
    Arrays.fill(gains, gain);
    return gains;
  }

  /** A tone with some noise, on the 16-bit grid. */
  static float[] signal(int length, int seed) {
    Random random = new Random(seed);
    float[] signal = new float[length];
    for (int i = 0; i < length; i++) {
      signal[i] = Pcm16.round(0.1 * Math.sin(0.05 * i) + 0.02 * random.nextGaussian());
    }
    return signal;
  }

  static double energy(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
