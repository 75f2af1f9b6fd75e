package org.palimpsest.analysis.measure;

/**
 * How formants are measured; names and defaults are those of Praat's "To Formant (burg)".
 *
 * @param formants how many at most; the predictor has twice as many coefficients
 * @param ceilingHertz formants are looked for below it: 5500 Hz for most women, 5000 Hz for most
 *     men; limited to half the rate of the clip
 * @param windowSeconds effective length; the Gaussian window itself is twice as long
 * @param preEmphasisHertz from where the spectrum is lifted by 6 dB an octave
 */
public record FormantSettings(
    int formants, double ceilingHertz, double windowSeconds, double preEmphasisHertz) {
  public FormantSettings {
    boolean sound = formants >= 1 && formants <= 10 && windowSeconds > 0 && preEmphasisHertz >= 0;
    if (!sound || !(ceilingHertz >= 500)) {
      throw new IllegalArgumentException("1 to 10 formants below a ceiling of at least 500 Hz");
    }
  }

  /** Five formants below 5500 Hz, 25 ms, from 50 Hz. */
  public static FormantSettings defaults() {
    return new FormantSettings(5, 5500, 0.025, 50);
  }

  /** A quarter of the window, as Praat steps. */
  public double hopSeconds() {
    return windowSeconds / 4;
  }
}
