package org.palimpsest.analysis.measure;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Kaiser;

/**
 * Intensity as Praat's "To Intensity" defines it: the mean square around each centre, weighted by a
 * Kaiser window with β = 2π² + 0.5 (side lobes near −190 dB), less the plain mean of the window.
 * Immutable and safe to share.
 */
public final class IntensityTracker {
  /**
   * What is added to a level in dBFS to read it as Praat prints it: there samples count as pascals
   * and 0 dB is 20 µPa. dBFS here is 10·log10 of the mean square: a full-scale square reads 0, a
   * full-scale sine −3.01.
   */
  public static final double PASCAL_OFFSET_DB = -20 * Math.log10(2e-5);

  private static final double BETA = 2 * Math.PI * Math.PI + 0.5;

  private final double[] window; // from the centre to the right

  /**
   * @param hertz rate of the clips
   */
  public IntensityTracker(IntensitySettings settings, int hertz) {
    double half = 3.2 / settings.lowestPitchHertz() * hertz;
    window = new double[(int) half + 1];
    for (int i = 0; i < window.length; i++) {
      window[i] = Kaiser.at(BETA, i / half);
    }
  }

  /**
   * In dBFS.
   *
   * @return NaN where the window leaves the clip, −∞ in digital silence
   */
  public double[] track(AudioClip clip, FrameGrid grid) {
    double[] levels = new double[grid.frames()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(clip, Math.round(grid.centre(i)));
    }
    return levels;
  }

  private double level(AudioClip clip, long centre) {
    int half = window.length - 1;
    if (centre - half < -1 || centre + half > clip.length()) { // a sample of rounding
      return Double.NaN;
    }
    int middle = (int) centre;
    int first = Math.max(-half, -middle);
    int last = Math.min(half, clip.length() - 1 - middle);
    double mean = 0;
    for (int i = first; i <= last; i++) {
      mean += clip.at(middle + i);
    }
    mean /= last - first + 1;
    double sum = 0;
    double weights = 0;
    for (int i = first; i <= last; i++) {
      double value = clip.at(middle + i) - mean;
      double weight = window[Math.abs(i)];
      sum += weight * value * value;
      weights += weight;
    }
    double square = sum / weights;
    return square < 1e-20 ? Double.NEGATIVE_INFINITY : 10 * Math.log10(square);
  }
}
