package org.palimpsest.analysis.measure;

/**
 * How intensity is measured; as Praat's "To Intensity" with "subtract mean".
 *
 * @param lowestPitchHertz slower changes than this pitch are followed, faster ones evened out; the
 *     window is 6.4 of its periods long, of which 3.2 count
 */
public record IntensitySettings(double lowestPitchHertz) {
  public IntensitySettings {
    if (!(lowestPitchHertz >= 10) || lowestPitchHertz > 1000) {
      throw new IllegalArgumentException("a lowest pitch of 10 to 1000 Hz");
    }
  }

  /** 100 Hz. */
  public static IntensitySettings defaults() {
    return new IntensitySettings(100);
  }

  /** Four steps in an effective window, as Praat steps. */
  public double hopSeconds() {
    return 0.8 / lowestPitchHertz;
  }
}
