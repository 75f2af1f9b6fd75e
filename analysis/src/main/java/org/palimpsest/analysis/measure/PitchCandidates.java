package org.palimpsest.analysis.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * The maxima of a frame's autocorrelation, divided by that of its Hann window (Boersma 1993,
 * sections 3 and 6). One object per thread.
 */
final class PitchCandidates {
  private static final int MOST = 15;

  private final PitchSettings settings;
  private final double hertz;
  private final int period; // samples of the longest one
  private final int half;
  private final int lags;
  private final double[] window;
  private final double[] windowCorrelation;
  private final Autocorrelation correlation;
  private final double scale;

  /**
   * @param clipPeak greatest magnitude of the whole clip without its mean
   */
  PitchCandidates(PitchSettings settings, int rate, double clipPeak) {
    this.settings = settings;
    this.hertz = rate;
    this.scale = clipPeak;
    period = (int) (hertz / settings.floorHertz());
    half = (int) (3 * hertz / settings.floorHertz()) / 2 - 1;
    if (half < 2) {
      throw new IllegalArgumentException("a window of three periods is too short at this rate");
    }
    window = new double[2 * half];
    for (int i = 0; i < window.length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (window.length + 1));
    }
    lags = half;
    correlation = new Autocorrelation(window.length, lags);
    windowCorrelation = correlation.of(window, lags);
  }

  PitchFrame of(AudioClip clip, double centre) {
    long right = (long) Math.floor(centre) + 1;
    if (right - Math.max(period, half) < 0
        || right + Math.max(period, half) > clip.length()
        || !(scale > 0)) {
      return PitchFrame.OUTSIDE;
    }
    int middle = (int) right;
    double mean = 0;
    for (int i = middle - period; i < middle + period; i++) {
      mean += clip.at(i) / (2.0 * period);
    }
    double[] frame = new double[window.length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (clip.at(middle - half + i) - mean) * window[i];
    }
    double peak = 0;
    int reach = Math.min(half, period / 2 + 1);
    for (int i = half - reach; i < half + reach; i++) {
      peak = Math.max(peak, Math.abs(frame[i]));
    }
    double loudness = Math.min(1, peak / scale);
    return new PitchFrame(
        peak > 0 ? candidates(frame) : List.of(PitchCandidate.UNVOICED), loudness, true);
  }

  private List<PitchCandidate> candidates(double[] frame) {
    double[] r = correlation.of(frame, lags);
    for (int i = 0; i < r.length; i++) {
      r[i] /= windowCorrelation[i];
    }
    SincPeak between = new SincPeak(r);
    List<PitchCandidate> found = new ArrayList<>();
    int last = Math.min(lags, window.length / 3 + 2);
    for (int i = 2; i < last; i++) {
      boolean top = r[i] > r[i - 1] && r[i] >= r[i + 1];
      if (top && r[i] > 0.5 * settings.voicingThreshold()) {
        double lag = between.argument(i);
        double strength = between.at(lag);
        // a value above 1 comes from a short window
        found.add(new PitchCandidate(hertz / lag, strength > 1 ? 1 / strength : strength));
      }
    }
    found.sort(Comparator.comparingDouble(this::worth).reversed());
    List<PitchCandidate> all = new ArrayList<>(List.of(PitchCandidate.UNVOICED));
    all.addAll(found.subList(0, Math.min(found.size(), MOST - 1)));
    return all;
  }

  private double worth(PitchCandidate candidate) {
    return candidate.strength()
        - settings.octaveCost() * Math.log(settings.floorHertz() / candidate.hertz()) / Math.log(2);
  }
}
