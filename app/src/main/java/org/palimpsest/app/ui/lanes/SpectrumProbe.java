package org.palimpsest.app.ui.lanes;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.app.picture.SpectrogramSettings;

/** Reads the level under the cursor. For one thread. */
final class SpectrumProbe {
  private final Stft stft;
  private final double binHertz;

  SpectrumProbe(SpectrogramSettings settings, int hertz) {
    StftSettings transform = settings.stft(hertz);
    stft = new Stft(transform);
    binHertz = transform.binHertz(hertz);
  }

  /** In dBFS; at a spectral peak, that of the peak between the bins. */
  double level(AudioClip clip, int sample, double hertz) {
    float[] levels = stft.levels(clip, sample);
    int bin = (int) Math.max(0, Math.min(levels.length - 1L, Math.round(hertz / binHertz)));
    int top = bin;
    for (int k = Math.max(1, bin - 1); k <= Math.min(levels.length - 2, bin + 1); k++) {
      top = levels[k] > levels[top] ? k : top;
    }
    if (top < 1 || top > levels.length - 2 || levels[top] <= Stft.FLOOR_DB) {
      return levels[bin];
    }
    double left = levels[top - 1];
    double right = levels[top + 1];
    if (left > levels[top] || right > levels[top]) {
      return levels[bin];
    }
    double bend = left - 2.0 * levels[top] + right;
    double shift = bend == 0 ? 0 : (left - right) / (2 * bend);
    return levels[top] - (left - right) * shift / 4;
  }
}
