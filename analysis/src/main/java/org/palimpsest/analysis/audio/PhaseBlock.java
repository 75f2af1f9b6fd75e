package org.palimpsest.analysis.audio;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Many output samples of a rational change of rate at once. Every {@code down} input samples the
 * same filters recur, so that the outputs of one filter lie evenly in the input; with the input
 * laid out by its remainder they are neighbours, and the processor computes several at a time. The
 * terms of each output are added in the order of its taps: the result is that of adding them one
 * output after the other, to the last bit. For one thread.
 */
final class PhaseBlock {
  private static final int INPUTS = 1 << 10;
  private static final int LEAST_PERIODS = 32;
  private static final int AT_ONCE = 4;

  private final int up;
  private final int down;
  private final int taps;
  private final int periods;
  private final double[] sums;
  private final double[][] shifted;
  private final double[][] streams; // input samples of one remainder by down

  /**
   * @param taps of each filter
   */
  PhaseBlock(int up, int down, int taps) {
    this.up = up;
    this.down = down;
    this.taps = taps;
    periods = Math.max(LEAST_PERIODS, INPUTS / down);
    sums = new double[periods];
    shifted = new double[AT_ONCE][periods];
    streams = new double[down][periods + (down + taps) / down + 1];
  }

  /** How many samples come out. */
  int outputs() {
    return periods * up;
  }

  /** How many input samples that takes. */
  int inputs() {
    return streams[0].length * down;
  }

  /** From {@code input[start]}, the first tap of filter 0, to {@code output[to]} and on. */
  void run(double[] input, int start, IntFunction<double[]> filter, float[] output, int to) {
    for (int k = 0; k < streams[0].length; k++) {
      for (int p = 0; p < down; p++) {
        streams[p][k] = input[start + k * down + p];
      }
    }
    for (int r = 0; r < up; r++) {
      long position = (long) r * down;
      sum(filter.apply((int) (position % up)), (int) (position / up));
      for (int q = 0; q < periods; q++) {
        output[to + q * up + r] = (float) sums[q];
      }
    }
  }

  /** Copies cost less than they save: a loop over one index only is done several at a time. */
  private void sum(double[] filter, int first) {
    Arrays.fill(sums, 0);
    int i = 0;
    for (; i + AT_ONCE <= taps; i += AT_ONCE) {
      for (int k = 0; k < AT_ONCE; k++) {
        int at = first + i + k;
        System.arraycopy(streams[at % down], at / down, shifted[k], 0, periods);
      }
      add(
          sums,
          filter[i],
          shifted[0],
          filter[i + 1],
          shifted[1],
          filter[i + 2],
          shifted[2],
          filter[i + 3],
          shifted[3]);
    }
    for (; i < taps; i++) {
      int at = first + i;
      for (int q = 0; q < periods; q++) {
        sums[q] += filter[i] * streams[at % down][q + at / down];
      }
    }
  }

  private static void add(
      double[] sums,
      double tap0,
      double[] x0,
      double tap1,
      double[] x1,
      double tap2,
      double[] x2,
      double tap3,
      double[] x3) {
    for (int q = 0; q < sums.length; q++) {
      sums[q] = sums[q] + tap0 * x0[q] + tap1 * x1[q] + tap2 * x2[q] + tap3 * x3[q];
    }
  }
}
