package org.palimpsest.analysis.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Two signals without the frames in which the first is silent: Hann frames of 256 samples every 128
 * that lie more than 40 dB below the loudest are dropped from both, the rest is overlapped and
 * added (Taal et al. 2011, section II).
 */
final class SpokenFrames {
  static final int FRAME = 256;
  static final int HOP = FRAME / 2;

  private static final double RANGE_DB = 40;

  private SpokenFrames() {}

  /** Hann without its zeros at the ends. */
  static double[] window() {
    double[] window = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (FRAME + 1));
    }
    return window;
  }

  /** Both signals, cut alike. */
  static double[][] of(float[] first, float[] second) {
    double[] window = window();
    List<Integer> starts = new ArrayList<>();
    List<Double> levels = new ArrayList<>();
    double loudest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < first.length - FRAME; start += HOP) {
      double energy = 0;
      for (int i = 0; i < FRAME; i++) {
        double value = window[i] * first[start + i];
        energy += value * value;
      }
      double level = 20 * Math.log10(Math.sqrt(energy) + Math.ulp(1.0));
      loudest = Math.max(loudest, level);
      starts.add(start);
      levels.add(level);
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      if (loudest - RANGE_DB - levels.get(i) < 0) {
        kept.add(starts.get(i));
      }
    }
    return new double[][] {joined(first, kept, window), joined(second, kept, window)};
  }

  private static double[] joined(float[] signal, List<Integer> kept, double[] window) {
    double[] joined = new double[kept.isEmpty() ? 0 : (kept.size() - 1) * HOP + FRAME];
    for (int frame = 0; frame < kept.size(); frame++) {
      for (int i = 0; i < FRAME; i++) {
        joined[frame * HOP + i] += window[i] * signal[kept.get(frame) + i];
      }
    }
    return joined;
  }
}
