package org.palimpsest.analysis.preimage;

/**
 * Noise that is the same for the same place in a recording, so that pieces of it get what the whole
 * gets: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class PlacedNoise {
  private PlacedNoise() {}

  /** Uniform in [−½, ½). */
  public static double uniform(long place) {
    long z = (place + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53 - 0.5;
  }
}
