package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Levels;

/** The scale-invariant signal-to-distortion ratio (Le Roux et al., ICASSP 2019, equation 3). */
public final class SiSdr {
  private SiSdr() {}

  /**
   * 10·log10(‖a·s‖² / ‖ŝ − a·s‖²) with a = ŝᵀs / ‖s‖², means left in; +∞ for a scaled copy. NaN
   * where the reference is silent.
   */
  public static double db(AudioClip reference, AudioClip estimate) {
    if (reference.length() != estimate.length()) {
      throw new IllegalArgumentException("clips of different length");
    }
    double product = 0;
    for (int i = 0; i < reference.length(); i++) {
      product += (double) reference.at(i) * estimate.at(i);
    }
    double scale = product / Levels.energy(reference);
    double target = 0;
    double error = 0;
    for (int i = 0; i < reference.length(); i++) {
      double aimed = scale * reference.at(i);
      target += aimed * aimed;
      error += (estimate.at(i) - aimed) * (estimate.at(i) - aimed);
    }
    return Levels.decibels(target, error);
  }
}
