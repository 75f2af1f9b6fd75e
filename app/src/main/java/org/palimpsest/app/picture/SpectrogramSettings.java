package org.palimpsest.app.picture;

import java.math.BigDecimal;
import java.util.Locale;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.analysis.signal.Window;

/**
 * How a spectrogram is drawn. Printed with every figure.
 *
 * @param windowSeconds length of the window
 * @param overlap of neighbouring windows, as a share of their length, from 0 to below 1
 * @param zeroPadding 1, 2, 4 or 8 times the shortest FFT that holds the window
 * @param floorDb level drawn in the map's first colour, dBFS
 * @param ceilingDb level drawn in its last colour, dBFS
 */
public record SpectrogramSettings(
    Window window,
    double windowSeconds,
    double overlap,
    int zeroPadding,
    double floorDb,
    double ceilingDb,
    FrequencyScale scale,
    ColourMap colours) {
  public SpectrogramSettings {
    if (!(windowSeconds > 0) || windowSeconds > 1 || !(ceilingDb > floorDb)) {
      throw new IllegalArgumentException("window of 0 to 1 s, ceiling above floor");
    }
    boolean padding = zeroPadding >= 1 && zeroPadding <= 8 && Integer.bitCount(zeroPadding) == 1;
    if (!(overlap >= 0) || overlap > 0.99 || !padding) {
      throw new IllegalArgumentException("overlap of 0 to 99 %, FFT 1, 2, 4 or 8 times as long");
    }
  }

  /** 25 ms Hann, 95 % overlap, −110 to −30 dBFS. */
  public static SpectrogramSettings defaults() {
    return new SpectrogramSettings(
        Window.HANN, 0.025, 0.95, 2, -110, -30, FrequencyScale.LINEAR, ColourMap.MAGMA);
  }

  public SpectrogramSettings with(ColourMap other) {
    return new SpectrogramSettings(
        window, windowSeconds, overlap, zeroPadding, floorDb, ceilingDb, scale, other);
  }

  /** With another window; steps keep their share of it. */
  public SpectrogramSettings with(Window other, double seconds) {
    return new SpectrogramSettings(
        other, seconds, overlap, zeroPadding, floorDb, ceilingDb, scale, colours);
  }

  public StftSettings stft(int hertz) {
    return StftSettings.ofSeconds(window, windowSeconds, hertz, zeroPadding);
  }

  /** From the centre of one window to the next, in samples, at least 1. */
  public int hop(int hertz) {
    return Math.max(1, (int) Math.round(windowSeconds * hertz * (1 - overlap)));
  }

  /** In words, for captions. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s window of %.0f ms, overlap %s %%, FFT %d times padded, %.0f to %.0f dBFS, %s in"
            + " frequency, %s",
        window.title(),
        windowSeconds * 1000,
        percent(overlap),
        zeroPadding,
        floorDb,
        ceilingDb,
        scale.title(),
        colours.title());
  }

  /** A share in percent with as many decimals as it has, at most two. */
  public static String percent(double share) {
    return BigDecimal.valueOf(Math.round(share * 10_000), 2).stripTrailingZeros().toPlainString();
  }
}
