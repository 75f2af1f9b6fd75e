package org.palimpsest.analysis.measure;

import org.palimpsest.analysis.audio.AudioClip;

/**
 * What has to be known of a whole clip before its parts can be measured, found in two passes and
 * bounded memory: its peak and how its level is distributed. Immutable.
 */
public final class ClipSurvey {
  static final double FRAME_SECONDS = 0.02;

  /** A power that no signal of 24 bits has, but digital silence. */
  static final double SILENCE = 1e-16;

  private static final double STEP_DB = 0.25;
  private static final int STEPS = 800; // down to −200 dBFS

  private final double peak;
  private final long[] counts;
  private final long frames;

  private ClipSurvey(double peak, long[] counts, long frames) {
    this.peak = peak;
    this.counts = counts;
    this.frames = frames;
  }

  public static ClipSurvey of(AudioClip clip) {
    double mean = 0;
    for (int i = 0; i < clip.length(); i++) {
      mean += clip.at(i);
    }
    mean /= Math.max(1, clip.length());
    double peak = 0;
    long[] counts = new long[STEPS];
    int frame = Math.max(1, (int) Math.round(FRAME_SECONDS * clip.rate().hertz()));
    double energy = 0;
    long frames = 0;
    for (int i = 0; i < clip.length(); i++) {
      double value = clip.at(i) - mean;
      peak = Math.max(peak, Math.abs(value));
      energy += value * value;
      if ((i + 1) % frame == 0) {
        double level = 10 * Math.log10(energy / frame);
        counts[(int) Math.max(0, Math.min(STEPS - 1.0, -level / STEP_DB))]++;
        frames++;
        energy = 0;
      }
    }
    return new ClipSurvey(peak, counts, frames);
  }

  /** The greatest magnitude of a sample, less the mean of all. */
  public double peak() {
    return peak;
  }

  /**
   * Frames of 20 ms together.
   *
   * @param meanPower of a full scale of 1, each frame's to a quarter of a decibel; 0 without frames
   */
  record Part(long frames, double meanPower) {}

  /** The frames with a level above {@code thresholdDb}. */
  Part above(double thresholdDb) {
    return part(0, steps(thresholdDb));
  }

  /** The other frames. */
  Part upTo(double thresholdDb) {
    return part(steps(thresholdDb), STEPS);
  }

  private static int steps(double thresholdDb) {
    return (int) Math.max(0, Math.min(STEPS, Math.floor(-thresholdDb / STEP_DB)));
  }

  private Part part(int from, int to) {
    long sum = 0;
    double power = 0;
    for (int step = from; step < to; step++) {
      sum += counts[step];
      power += counts[step] * Math.pow(10, -(step + 0.5) * STEP_DB / 10);
    }
    return new Part(sum, sum == 0 ? 0 : power / sum);
  }

  /**
   * The level in dBFS below which {@code share} of the frames of 20 ms lie, to a quarter of a
   * decibel; −200 for a clip shorter than a frame.
   */
  public double levelDb(double share) {
    long above = Math.round((1 - share) * frames);
    long seen = 0;
    for (int step = 0; step < STEPS; step++) {
      seen += counts[step];
      if (frames > 0 && seen >= Math.max(1, above)) {
        return -(step + 0.5) * STEP_DB;
      }
    }
    return -STEPS * STEP_DB;
  }
}
