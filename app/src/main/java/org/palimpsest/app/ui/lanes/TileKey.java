package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.picture.SpectrogramSettings;

/**
 * A piece of a spectrogram.
 *
 * @param index from the start of the signal, at this scale
 * @param scale samples of a pixel
 * @param known how far the signal was known when it was asked for, as far as that matters
 */
record TileKey(long index, double scale, int height, SpectrogramSettings settings, long known) {
  static final int WIDTH = 256;
  private static final int MARGIN = 1 << 14; // no window of a spectrum reaches further

  double firstSample() {
    return index * (double) WIDTH * scale;
  }

  double samples() {
    return WIDTH * scale;
  }

  /**
   * Those that are seen, from left to right.
   *
   * @param fine pixels of the screen to a unit of the window
   */
  static List<TileKey> covering(
      TimeAxis.Span span, int length, int height, double fine, SpectrogramSettings settings) {
    double scale = span.scale() / fine;
    double tile = WIDTH * scale;
    int rows = (int) Math.round(height * fine);
    long last = (long) Math.ceil(Math.min(span.end(), length) / tile);
    List<TileKey> keys = new ArrayList<>();
    for (long i = (long) Math.floor(span.start() / tile); i < last; i++) {
      long matters = (long) Math.ceil((i + 1) * tile) + MARGIN;
      keys.add(new TileKey(i, scale, rows, settings, Math.min(length, matters)));
    }
    return keys;
  }
}
