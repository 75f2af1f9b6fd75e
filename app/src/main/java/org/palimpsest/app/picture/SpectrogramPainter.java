package org.palimpsest.app.picture;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;

/** Paints the spectrogram of a stretch of a clip into pixels. Stateless. */
public final class SpectrogramPainter {
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
    int hertz = clip.rate().hertz();
    StftSettings stftSettings = settings.stft(hertz);
    Columns columns = new Columns(clip, new Stft(stftSettings), settings.hop(hertz));
    double[] edges = new double[height + 1];
    for (int y = 0; y <= height; y++) {
      double edge = settings.scale().hertz((double) (height - y) / height, hertz / 2.0);
      edges[y] = Math.min(stftSettings.bins() - 1.0, edge / stftSettings.binHertz(hertz));
    }
    double range = settings.ceilingDb() - settings.floorDb();
    int[] pixels = new int[width * height];
    for (int x = 0; x < width; x++) {
      float[] levels =
          columns.between(from + x * samplesPerPixel, from + (x + 1) * samplesPerPixel);
      for (int y = 0; y < height; y++) {
        float level = level(levels, edges[y + 1], edges[y]);
        pixels[y * width + x] = settings.colours().argb((level - settings.floorDb()) / range);
      }
    }
    return pixels;
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
}
