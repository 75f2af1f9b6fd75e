package org.palimpsest.analysis.audio;

import java.util.Arrays;

/**
 * One channel of audio: float samples, nominally in [−1, 1), at one rate. Immutable and safe to
 * share between threads.
 */
public final class AudioClip {
  private final float[] samples;
  private final SampleRate rate;

  private AudioClip(float[] samples, SampleRate rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /** A clip of a copy of {@code samples}. */
  public static AudioClip of(float[] samples, SampleRate rate) {
    return new AudioClip(samples.clone(), rate);
  }

  /** A clip that takes the array over: the caller must not touch it again. */
  static AudioClip owning(float[] samples, SampleRate rate) {
    return new AudioClip(samples, rate);
  }

  public int length() {
    return samples.length;
  }

  public SampleRate rate() {
    return rate;
  }

  public double seconds() {
    return rate.seconds(samples.length);
  }

  /** The sample at {@code index}, in [0, {@link #length}). */
  public float at(int index) {
    return samples[index];
  }

  public float[] toArray() {
    return samples.clone();
  }

  public float[] copy(SampleRange range) {
    return Arrays.copyOfRange(samples, range.start(), range.end());
  }

  /** The difference {@code this − other}, sample by sample. Both must have one rate and length. */
  public AudioClip minus(AudioClip other) {
    if (!rate.equals(other.rate) || samples.length != other.samples.length) {
      throw new IllegalArgumentException("clips of different rate or length");
    }
    float[] difference = new float[samples.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = samples[i] - other.samples[i];
    }
    return new AudioClip(difference, rate);
  }

  /** The same sound at another rate, of ceil(length · to / from) samples, without delay. */
  public AudioClip resampled(SampleRate to) {
    if (to.equals(rate)) {
      return this;
    }
    double[] input = new double[samples.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = samples[i];
    }
    Resampler resampler = new Resampler(rate, to);
    resampler.push(input, input.length);
    return new AudioClip(resampler.finish(), to);
  }
}
