package org.palimpsest.app.ui.lanes;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.app.picture.SpectrogramSettings;

/**
 * Reads the spectrum under the cursor, between the bins of the drawn one: the reading does not
 * depend on zero padding or overlap. For one thread.
 */
final class SpectrumProbe {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int ROUNDS = 24; // to a hundred-thousandth of a bin

  private static final float BOTH_SIDES_DB = (float) (20 * Math.log10(2));

  private final Stft stft;
  private final int hertz;
  private final double binHertz;

  SpectrumProbe(SpectrogramSettings settings, int hertz) {
    StftSettings transform = settings.stft(hertz);
    this.hertz = hertz;
    stft = new Stft(transform);
    binHertz = transform.binHertz(hertz);
  }

  /**
   * What was read.
   *
   * @param peak whether a spectral peak was near enough to be read instead of the frequency asked
   *     for
   */
  record Reading(double hertz, double levelDb, boolean peak) {}

  /**
   * At a frequency, or at the peak within a bin or {@code reach} of it.
   *
   * @param reach in hertz, as far as the pointer is unsure
   */
  Reading read(AudioClip clip, int sample, double at, double reach) {
    float[] levels = stft.levels(clip, sample);
    int last = levels.length - 1;
    levels[0] += BOTH_SIDES_DB; // as high as its neighbours in a constant's main lobe
    levels[last] += BOTH_SIDES_DB;
    double wide = Math.max(1, reach / binHertz);
    int from = (int) Math.max(0, Math.ceil(at / binHertz - wide));
    int to = (int) Math.min(last, Math.floor(at / binHertz + wide));
    int top = -1;
    for (int k = from; k <= to; k++) {
      boolean peak =
          levels[k] >= levels[Math.max(0, k - 1)] && levels[k] >= levels[Math.min(last, k + 1)];
      top = peak && (top < 0 || levels[k] > levels[top]) ? k : top;
    }
    if (top < 0 || levels[top] <= Stft.FLOOR_DB + BOTH_SIDES_DB) {
      double held = Math.max(0, Math.min(hertz / 2.0, at));
      return new Reading(held, level(clip, sample, held), false);
    }
    if (top == 0 || top == last) {
      return new Reading(top * binHertz, level(clip, sample, top * binHertz), true);
    }
    return summit(clip, sample, (top - 1) * binHertz, (top + 1) * binHertz);
  }

  private Reading summit(AudioClip clip, int sample, double low, double high) {
    double left = low;
    double right = high;
    double a = right - GOLDEN * (right - left);
    double b = left + GOLDEN * (right - left);
    double levelA = level(clip, sample, a);
    double levelB = level(clip, sample, b);
    for (int round = 0; round < ROUNDS; round++) {
      if (levelA > levelB) {
        right = b;
        b = a;
        levelB = levelA;
        a = right - GOLDEN * (right - left);
        levelA = level(clip, sample, a);
      } else {
        left = a;
        a = b;
        levelA = levelB;
        b = left + GOLDEN * (right - left);
        levelB = level(clip, sample, b);
      }
    }
    double summit = (left + right) / 2;
    return new Reading(summit, level(clip, sample, summit), true);
  }

  private double level(AudioClip clip, int sample, double at) {
    return stft.level(clip, sample, at / hertz);
  }
}
