package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import org.palimpsest.analysis.audio.Pcm16;

/**
 * What an inversion says of each sample, summed up in windows of 25 ms as it comes, so that a long
 * recording needs no memory for it. All levels in steps of 16 bit. For one thread.
 */
final class WindowSums {
  private static final int NEIGHBOURS = 2;

  private final int samples;
  private final double certainDoubt;
  private final double[] residual;
  private final double[] apart;
  private final double[] rehearsed;
  private final int[] missed;
  private final BitSet certain;

  /**
   * @param certainDoubt probability of an error below which a sample is called certain
   */
  WindowSums(int samples, double certainDoubt) {
    this.samples = samples;
    this.certainDoubt = certainDoubt;
    int windows = (samples + Restored.WINDOW - 1) / Restored.WINDOW;
    residual = new double[windows];
    apart = new double[windows];
    rehearsed = new double[windows];
    missed = new int[windows];
    certain = new BitSet(samples);
  }

  /**
   * Takes one sample; each once.
   *
   * @param residualThere x' − y − δ(y)
   * @param disagreement largest distance to what another start led to
   * @param doubt probability that it is one step off
   * @param reproduced whether it explains the exhibit to the last bit
   */
  void add(int sample, float residualThere, float disagreement, float doubt, boolean reproduced) {
    int w = sample / Restored.WINDOW;
    residual[w] += square(residualThere / Pcm16.LSB);
    apart[w] += square(disagreement / Pcm16.LSB);
    missed[w] += reproduced ? 0 : 1;
    certain.set(sample, disagreement == 0 && reproduced && doubt < certainDoubt);
  }

  /** Takes what a rehearsal got wrong at a sample; each once. */
  void rehearsed(int sample, float error) {
    rehearsed[sample / Restored.WINDOW] += square(error / Pcm16.LSB);
  }

  int windows() {
    return residual.length;
  }

  /** Root mean square residual of a window. */
  double residual(int w) {
    return Math.sqrt(residual[w] / length(w));
  }

  /** Root mean square disagreement of a window. */
  double apart(int w) {
    return Math.sqrt(apart[w] / length(w));
  }

  /**
   * The root mean square error of a window that is expected from its rehearsal and those of the two
   * windows on each side, at least as many steps as samples that are not reproduced: two standard
   * deviations of a count above it, and one.
   */
  double expected(int w) {
    int from = Math.max(0, w - NEIGHBOURS);
    int to = Math.min(rehearsed.length, w + NEIGHBOURS + 1);
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += rehearsed[k];
    }
    double wrong = Math.max(missed[w], sum * length(w) / samples(from, to));
    return Math.sqrt((wrong + 2 * Math.sqrt(wrong) + 1) / length(w));
  }

  /** How many samples of the windows {@code [from, to)} are not reproduced. */
  int missed(int from, int to) {
    int sum = 0;
    for (int w = from; w < to; w++) {
      sum += missed[w];
    }
    return sum;
  }

  /** How many samples the windows {@code [from, to)} hold. */
  int samples(int from, int to) {
    return Math.min(samples, to * Restored.WINDOW) - from * Restored.WINDOW;
  }

  /** The certain samples; not a copy. */
  BitSet certain() {
    return certain;
  }

  private int length(int w) {
    return Math.min(samples - w * Restored.WINDOW, Restored.WINDOW);
  }

  private static double square(double value) {
    return value * value;
  }
}
