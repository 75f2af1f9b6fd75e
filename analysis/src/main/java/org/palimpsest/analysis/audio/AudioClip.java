package org.palimpsest.analysis.audio;

import java.util.Arrays;

/**
 * One channel of audio: float samples, nominally in [−1, 1), at one rate. Immutable and safe to
 * share between threads.
 */
public final class AudioClip {
  private final float[] samples;
  private final int length;
  private final SampleRate rate;

  private AudioClip(float[] samples, int length, SampleRate rate) {
    this.samples = samples;
    this.length = length;
    this.rate = rate;
  }

  /** A clip of a copy of {@code samples}. */
  public static AudioClip of(float[] samples, SampleRate rate) {
    return new AudioClip(samples.clone(), samples.length, rate);
  }

  /**
   * A clip of the first samples of an array: the caller must not touch these again. Where the array
   * is longer, reading past the end is not noticed, so that only what is still being read is such a
   * clip.
   */
  static AudioClip beginning(float[] samples, int length, SampleRate rate) {
    return new AudioClip(samples, length, rate);
  }

  public int length() {
    return length;
  }

  public SampleRate rate() {
    return rate;
  }

  public double seconds() {
    return rate.seconds(length);
  }

  /** The sample at {@code index}, in [0, {@link #length}). */
  public float at(int index) {
    return samples[index];
  }

  public float[] toArray() {
    return Arrays.copyOf(samples, length);
  }

  public float[] copy(SampleRange range) {
    return Arrays.copyOfRange(samples, range.start(), range.end());
  }

  /** The difference {@code this − other}, sample by sample. Both must have one rate and length. */
  public AudioClip minus(AudioClip other) {
    if (!rate.equals(other.rate) || length != other.length) {
      throw new IllegalArgumentException("clips of different rate or length");
    }
    float[] difference = new float[length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = samples[i] - other.samples[i];
    }
    return new AudioClip(difference, length, rate);
  }

  /** The same sound at another rate, of ceil(length · to / from) samples, without delay. */
  public AudioClip resampled(SampleRate to) {
    if (to.equals(rate)) {
      return this;
    }
    double[] input = new double[length];
    for (int i = 0; i < input.length; i++) {
      input[i] = samples[i];
    }
    Resampler resampler = new Resampler(rate, to);
    resampler.push(input, input.length);
    return resampler.finish();
  }
}
