package org.palimpsest.analysis.audio;

/**
 * A sampling rate in hertz, from 1 kHz to 768 kHz. {@link #isPlausible} asks before one is made.
 */
public record SampleRate(int hertz) {
  /** The rate at which every model works and every restoration is stored. */
  public static final SampleRate WORKING = new SampleRate(16_000);

  private static final int LOWEST = 1_000;
  private static final int HIGHEST = 768_000;

  public SampleRate {
    if (!isPlausible(hertz)) {
      throw new IllegalArgumentException("sample rate of " + hertz + " Hz");
    }
  }

  public static boolean isPlausible(long hertz) {
    return hertz >= LOWEST && hertz <= HIGHEST;
  }

  public double seconds(long samples) {
    return (double) samples / hertz;
  }
}
