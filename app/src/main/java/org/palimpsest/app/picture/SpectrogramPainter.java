package org.palimpsest.app.picture;

import java.util.Arrays;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;

/** Paints the spectrogram of a stretch of a clip into pixels, linear in frequency. Stateless. */
public final class SpectrogramPainter {
  /** A column takes the loudest of so many spectra at most, where a pixel spans much time. */
  private static final int MOST_SPECTRA = 4;

  private SpectrogramPainter() {}

  /**
   * Paints from sample {@code from} on.
   *
   * @param samplesPerPixel horizontal scale, above 0
   * @return {@code width · height} pixels 0xAARRGGBB by rows, the highest frequency (half the rate)
   *     on top
   */
  public static int[] paint(
      AudioClip clip,
      double from,
      double samplesPerPixel,
      int width,
      int height,
      SpectrogramSettings settings) {
    StftSettings stftSettings = settings.stft(clip.rate().hertz());
    Stft stft = new Stft(stftSettings);
    int spectra =
        (int)
            Math.max(1, Math.min(MOST_SPECTRA, samplesPerPixel / stftSettings.windowSamples() * 2));
    int[] pixels = new int[width * height];
    for (int x = 0; x < width; x++) {
      float[] levels = null;
      for (int s = 0; s < spectra; s++) {
        double centre = from + (x + (s + 0.5) / spectra) * samplesPerPixel;
        float[] next = stft.levels(clip, (long) centre);
        levels = levels == null ? next : louder(levels, next);
      }
      column(levels, x, width, height, settings, pixels);
    }
    return pixels;
  }

  private static void column(
      float[] levels, int x, int width, int height, SpectrogramSettings settings, int[] pixels) {
    double range = settings.ceilingDb() - settings.floorDb();
    for (int y = 0; y < height; y++) {
      double top = (double) (height - y) / height * (levels.length - 1);
      double bottom = (double) (height - y - 1) / height * (levels.length - 1);
      float level = level(levels, bottom, top);
      pixels[y * width + x] = settings.colours().argb((level - settings.floorDb()) / range);
    }
  }

  /** The loudest bin of a row of pixels, or between two bins their interpolation. */
  private static float level(float[] levels, double bottom, double top) {
    int first = (int) Math.ceil(bottom);
    int last = (int) Math.floor(top);
    if (first > last) {
      int left = Math.min((int) bottom, levels.length - 2);
      double share = (bottom + top) / 2 - left;
      return (float) (levels[left] + share * (levels[left + 1] - levels[left]));
    }
    float loudest = levels[first];
    for (int k = first + 1; k <= last; k++) {
      loudest = Math.max(loudest, levels[k]);
    }
    return loudest;
  }

  private static float[] louder(float[] a, float[] b) {
    float[] result = Arrays.copyOf(a, a.length);
    for (int k = 0; k < result.length; k++) {
      result[k] = Math.max(a[k], b[k]);
    }
    return result;
  }
}
