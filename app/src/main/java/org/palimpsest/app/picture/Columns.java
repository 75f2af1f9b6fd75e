package org.palimpsest.app.picture;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;

/** The spectra of columns of pixels, from left to right. For one thread. */
final class Columns {
  /** A column takes the loudest of so many spectra at most, where a pixel spans much time. */
  private static final int MOST_SPECTRA = 4;

  private final AudioClip clip;
  private final Stft stft;
  private final int hop;
  private long frame = Long.MIN_VALUE; // whose spectrum is kept: fine pixels share one
  private float[] kept = {};

  Columns(AudioClip clip, Stft stft, int hop) {
    this.clip = clip;
    this.stft = stft;
    this.hop = hop;
  }

  /** The loudest of the spectra centred within, or where there is none that of the nearest. */
  float[] between(double start, double end) {
    long first = (long) Math.ceil(start / hop);
    long last = (long) Math.ceil(end / hop) - 1;
    if (last <= first) {
      return spectrum(last == first ? first : Math.round((start + end) / 2 / hop));
    }
    int spectra = (int) Math.min(MOST_SPECTRA, last - first + 1);
    return stft.loudest(clip, spectra, s -> (first + (last - first) * s / (spectra - 1)) * hop);
  }

  private float[] spectrum(long index) {
    if (index != frame) {
      kept = stft.levels(clip, index * hop);
      frame = index;
    }
    return kept;
  }
}
