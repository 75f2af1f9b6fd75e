package org.palimpsest.analysis.evaluation;

import java.util.OptionalDouble;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;

/**
 * Extended short-time objective intelligibility (Jensen and Taal, IEEE/ACM TASLP 24(11), 2016, on
 * the time-frequency representation of Taal et al., IEEE TASL 19(7), 2011): one-third octave band
 * envelopes at 10 kHz without the frames in which the original is silent, in segments of 384 ms
 * whose rows and then columns are brought to mean 0 and length 1; the mean product of the two
 * signals' segments. 1 for equal signals, about 0 for unrelated ones.
 */
public final class Estoi {
  /** What the measure is called in tables. */
  public static final String NAME = "ESTOI";

  private static final SampleRate RATE = new SampleRate(10_000);
  private static final int SEGMENT_FRAMES = 30;

  private Estoi() {}

  /** Of two clips of one rate and length; empty where too little is left for one segment. */
  public static OptionalDouble of(AudioClip original, AudioClip other) {
    if (original.length() != other.length() || !original.rate().equals(other.rate())) {
      throw new IllegalArgumentException("clips of different rate or length");
    }
    double[][] signals =
        SpokenFrames.of(original.resampled(RATE).toArray(), other.resampled(RATE).toArray());
    double[][] x = ThirdOctaves.envelopes(signals[0]);
    double[][] y = ThirdOctaves.envelopes(signals[1]);
    int segments = x.length - SEGMENT_FRAMES + 1;
    if (segments < 1) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int first = 0; first < segments; first++) {
      sum += product(normalised(x, first), normalised(y, first));
    }
    return OptionalDouble.of(sum / segments / SEGMENT_FRAMES);
  }

  /** Bands by frames: each band over time, then each frame over bands. */
  private static double[][] normalised(double[][] envelopes, int first) {
    int bands = envelopes[0].length;
    double[][] rows = new double[bands][SEGMENT_FRAMES];
    for (int band = 0; band < bands; band++) {
      for (int frame = 0; frame < SEGMENT_FRAMES; frame++) {
        rows[band][frame] = envelopes[first + frame][band];
      }
      normalise(rows[band]);
    }
    double[][] columns = new double[SEGMENT_FRAMES][bands];
    for (int frame = 0; frame < SEGMENT_FRAMES; frame++) {
      for (int band = 0; band < bands; band++) {
        columns[frame][band] = rows[band][frame];
      }
      normalise(columns[frame]);
    }
    return columns;
  }

  /** To mean 0 and length 1; what does not vary becomes 0. */
  private static void normalise(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double energy = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
      energy += values[i] * values[i];
    }
    double norm = Math.sqrt(energy);
    for (int i = 0; i < values.length; i++) {
      values[i] = norm > 0 ? values[i] / norm : 0;
    }
  }

  private static double product(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += a[i][j] * b[i][j];
      }
    }
    return sum;
  }
}
