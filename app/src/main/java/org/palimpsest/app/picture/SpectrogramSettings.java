package org.palimpsest.app.picture;

import java.util.Locale;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.analysis.signal.Window;

/**
 * How a spectrogram is drawn. Printed with every figure.
 *
 * @param windowSeconds length of the window
 * @param floorDb level drawn in the map's first colour, dBFS
 * @param ceilingDb level drawn in its last colour, dBFS
 */
public record SpectrogramSettings(
    Window window, double windowSeconds, double floorDb, double ceilingDb, ColourMap colours) {
  public SpectrogramSettings {
    if (!(windowSeconds > 0) || windowSeconds > 1 || !(ceilingDb > floorDb)) {
      throw new IllegalArgumentException("window of 0 to 1 s, ceiling above floor");
    }
  }

  /** 25 ms Hann, −110 to −30 dBFS. */
  public static SpectrogramSettings defaults() {
    return new SpectrogramSettings(Window.HANN, 0.025, -110, -30, ColourMap.MAGMA);
  }

  public StftSettings stft(int hertz) {
    return StftSettings.ofSeconds(window, windowSeconds, hertz);
  }

  /** In words, for captions. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s window of %.0f ms, %.0f to %.0f dBFS, %s",
        window.title(),
        windowSeconds * 1000,
        floorDb,
        ceilingDb,
        colours.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
