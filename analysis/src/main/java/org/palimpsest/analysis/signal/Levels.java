package org.palimpsest.analysis.signal;

import org.palimpsest.analysis.audio.AudioClip;

/** Levels and ratios of whole signals, in dB. */
public final class Levels {
  private Levels() {}

  /** SNR(a, b) = 10·log10(Σa² / Σ(b − a)²); +∞ for equal signals. Both of one length. */
  public static double snrDb(AudioClip reference, AudioClip other) {
    return decibels(energy(reference), energy(other.minus(reference)));
  }

  /** 10·log10(numerator / denominator); +∞ where only the denominator is 0, NaN where both are. */
  public static double decibels(double numerator, double denominator) {
    return 10 * Math.log10(numerator / denominator);
  }

  public static double energy(AudioClip clip) {
    double sum = 0;
    for (int i = 0; i < clip.length(); i++) {
      double sample = clip.at(i);
      sum += sample * sample;
    }
    return sum;
  }

  public static double energy(float[] signal) {
    double sum = 0;
    for (float sample : signal) {
      sum += (double) sample * sample;
    }
    return sum;
  }

  /** The root mean square of each window of {@code windowSamples}; the last may be shorter. */
  public static double[] rootMeanSquares(float[] signal, int windowSamples) {
    double[] levels = new double[(signal.length + windowSamples - 1) / windowSamples];
    for (int w = 0; w < levels.length; w++) {
      int from = w * windowSamples;
      int to = Math.min(signal.length, from + windowSamples);
      double energy = 0;
      for (int i = from; i < to; i++) {
        energy += (double) signal[i] * signal[i];
      }
      levels[w] = Math.sqrt(energy / (to - from));
    }
    return levels;
  }

  /** The largest magnitude of a sample; 0 for a clip without any. */
  public static double peak(AudioClip clip) {
    double peak = 0;
    for (int i = 0; i < clip.length(); i++) {
      peak = Math.max(peak, Math.abs(clip.at(i)));
    }
    return peak;
  }

  /** Share of samples that differ, from 0 to 1. Both of one length. */
  public static double shareChanged(AudioClip a, AudioClip b) {
    int changed = 0;
    for (int i = 0; i < a.length(); i++) {
      if (a.at(i) != b.at(i)) {
        changed++;
      }
    }
    return a.length() == 0 ? 0 : (double) changed / a.length();
  }
}
