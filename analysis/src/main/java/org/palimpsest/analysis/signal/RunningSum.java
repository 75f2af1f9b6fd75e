package org.palimpsest.analysis.signal;

import java.util.function.IntToDoubleFunction;

/** Sums over the surroundings of each sample, by differences of one running sum. */
public final class RunningSum {
  private final double[] sums;

  /**
   * @param samples how many there are
   * @param value what to add for each of them
   */
  public RunningSum(int samples, IntToDoubleFunction value) {
    sums = new double[samples + 1];
    for (int i = 0; i < samples; i++) {
      sums[i + 1] = sums[i] + value.applyAsDouble(i);
    }
  }

  /** The energy of {@code signal}. */
  public static RunningSum ofSquares(float[] signal) {
    return new RunningSum(signal.length, i -> (double) signal[i] * signal[i]);
  }

  /** The sum over sample {@code i} and the {@code half} samples on each side that there are. */
  public double around(int i, int half) {
    return sums[end(i, half)] - sums[start(i, half)];
  }

  /** The mean over the same samples. */
  public double meanAround(int i, int half) {
    return around(i, half) / (end(i, half) - start(i, half));
  }

  private static int start(int i, int half) {
    return Math.max(0, i - half);
  }

  private int end(int i, int half) {
    return Math.min(sums.length - 1, i + half + 1);
  }
}
