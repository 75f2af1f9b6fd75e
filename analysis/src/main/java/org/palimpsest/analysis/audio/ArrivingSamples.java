package org.palimpsest.analysis.audio;

import java.util.Arrays;

/**
 * Samples that are appended one after the other. What was appended never changes, so that a clip of
 * what is there so far needs no copy. For one thread; the clips are free.
 */
final class ArrivingSamples {
  private static final int FIRST = 1 << 15;

  private float[] samples = new float[FIRST];
  private int count;

  /** Makes room at once for all that will come; more or fewer do no harm. */
  void expect(long total) {
    if (total > samples.length && total < Integer.MAX_VALUE - 8) {
      samples = Arrays.copyOf(samples, (int) total);
    }
  }

  int count() {
    return count;
  }

  void add(double sample) {
    room(1);
    samples[count++] = (float) sample;
  }

  void add(double[] next, int length) {
    room(length);
    for (int i = 0; i < length; i++) {
      samples[count + i] = (float) next[i];
    }
    count += length;
  }

  /** The array, with room for {@code length} more from {@link #count} on. */
  float[] room(int length) {
    if (count + (long) length > samples.length) {
      long doubled = Math.max(2L * samples.length, count + (long) length);
      if (doubled > Integer.MAX_VALUE - 8) {
        throw new ArithmeticException("more samples than an array holds");
      }
      samples = Arrays.copyOf(samples, (int) doubled);
    }
    return samples;
  }

  /** What was written into {@link #room} counts from now on. */
  void wrote(int length) {
    count += length;
  }

  /** What is there so far. */
  AudioClip soFar(SampleRate rate) {
    return AudioClip.beginning(samples, count, rate);
  }

  /** Everything; nothing may be appended any more. */
  AudioClip whole(SampleRate rate) {
    samples = count == samples.length ? samples : Arrays.copyOf(samples, count);
    return AudioClip.beginning(samples, count, rate);
  }
}
