package org.palimpsest.analysis.signal;

/**
 * How a short-time spectrum is taken.
 *
 * @param window its shape
 * @param windowSamples its length, at least 2
 * @param fftSize a power of two, at least {@code windowSamples}: the rest is zero padding
 */
public record StftSettings(Window window, int windowSamples, int fftSize) {
  public StftSettings {
    if (windowSamples < 2 || fftSize < windowSamples || Integer.bitCount(fftSize) != 1) {
      throw new IllegalArgumentException("window of " + windowSamples + " in an FFT of " + fftSize);
    }
  }

  /** A window of {@code seconds} at {@code hertz}, zero padded to at least twice its length. */
  public static StftSettings ofSeconds(Window window, double seconds, int hertz) {
    return ofSeconds(window, seconds, hertz, 2);
  }

  /**
   * A window of {@code seconds} at {@code hertz}.
   *
   * @param padding a power of two: the FFT is so many times as long as the shortest that holds the
   *     window
   */
  public static StftSettings ofSeconds(Window window, double seconds, int hertz, int padding) {
    int samples = Math.max(2, (int) Math.round(seconds * hertz));
    return new StftSettings(window, samples, Integer.highestOneBit(2 * samples - 1) * padding);
  }

  public int bins() {
    return fftSize / 2 + 1;
  }

  public double binHertz(int hertz) {
    return (double) hertz / fftSize;
  }
}
