package org.palimpsest.app.picture;

import java.util.List;
import org.palimpsest.analysis.signal.Window;

/**
 * Settings under a name.
 *
 * @param name not blank, at most {@value #LONGEST_NAME} characters
 */
public record SpectrogramPreset(String name, SpectrogramSettings settings) {
  /** Of a name. */
  public static final int LONGEST_NAME = 60;

  public SpectrogramPreset {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name of 1 to " + LONGEST_NAME + " characters");
    }
  }

  /** Those that are always there, the standard one first. */
  public static List<SpectrogramPreset> builtIn() {
    SpectrogramSettings standard = SpectrogramSettings.defaults();
    return List.of(
        new SpectrogramPreset("Standard, 25 ms", standard),
        new SpectrogramPreset("Broad band, 5 ms", standard.with(Window.GAUSSIAN, 0.005)),
        new SpectrogramPreset("Narrow band, 30 ms", standard.with(Window.HANN, 0.030)),
        new SpectrogramPreset("Pitch harmonics, 60 ms", harmonics()),
        new SpectrogramPreset("Hum and tones, 100 ms", standard.with(Window.BLACKMAN, 0.100)),
        new SpectrogramPreset("Print, 25 ms", standard.with(ColourMap.INVERSE_GREY)));
  }

  private static SpectrogramSettings harmonics() {
    return new SpectrogramSettings(
        Window.HANN, 0.060, 0.95, 2, -100, -30, FrequencyScale.MEL, ColourMap.VIRIDIS);
  }
}
