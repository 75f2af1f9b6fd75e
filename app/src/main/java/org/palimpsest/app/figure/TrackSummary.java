package org.palimpsest.app.figure;

import java.util.Arrays;
import java.util.Locale;
import org.palimpsest.analysis.measure.FrameGrid;

/**
 * A measured piece of a track in {@value #CELLS} cells, to be seen from afar: of the frames of each
 * that have a value, the lowest, the middle one and the highest. Of activity, the middle is the
 * share of frames that are active. Immutable, and small enough to keep hours of them.
 */
public final class TrackSummary {
  /** Of four seconds: a quarter of a second each. */
  static final int CELLS = 16;

  private final TrackKind kind;
  private final double start;
  private final double cell;
  private final float[] low = new float[CELLS];
  private final float[] middle = new float[CELLS];
  private final float[] high = new float[CELLS];

  /**
   * @param start first sample of the piece
   * @param samples its length
   */
  TrackSummary(TrackKind kind, TrackTile tile, double start, double samples) {
    this.kind = kind;
    this.start = start;
    this.cell = samples / CELLS;
    int frame = 0;
    FrameGrid grid = tile.grid();
    for (int c = 0; c < CELLS; c++) {
      int first = frame;
      while (frame < grid.frames() && grid.centre(frame) < start + (c + 1) * cell) {
        frame++;
      }
      summarise(c, tile, first, frame);
    }
  }

  private void summarise(int c, TrackTile tile, int from, int to) {
    double[] values = new double[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      double value = tile.value(i);
      if (kind == TrackKind.PITCH ? value > 0 : Double.isFinite(value)) {
        values[n++] = value;
      }
    }
    Arrays.sort(values, 0, n);
    low[c] = n == 0 ? Float.NaN : (float) values[0];
    high[c] = n == 0 ? Float.NaN : (float) values[n - 1];
    middle[c] =
        n == 0
            ? Float.NaN
            : (float)
                (kind == TrackKind.ACTIVITY
                    ? Arrays.stream(values, 0, n).sum() / n
                    : values[n / 2]);
  }

  /** The sample in the middle of a cell. */
  double centre(int c) {
    return start + (c + 0.5) * cell;
  }

  /** NaN where no frame has a value. */
  float low(int c) {
    return low[c];
  }

  float middle(int c) {
    return middle[c];
  }

  float high(int c) {
    return high[c];
  }

  /** What was measured in the cell of a sample, in words with units; "" for nothing. */
  public String words(double sample) {
    int c = (int) Math.max(0, Math.min(CELLS - 1.0, Math.floor((sample - start) / cell)));
    if (Float.isNaN(middle[c])) {
      return kind == TrackKind.PITCH ? "unvoiced" : "";
    }
    return switch (kind) {
      case PITCH ->
          String.format(Locale.ROOT, "pitch %.0f to %.0f Hz within 0.25 s", low[c], high[c]);
      case INTENSITY ->
          String.format(Locale.ROOT, "intensity %.0f to %.0f dBFS within 0.25 s", low[c], high[c]);
      case ACTIVITY -> String.format(Locale.ROOT, "active %.0f %%", 100 * middle[c]);
      case FORMANTS, ERROR -> "";
    };
  }
}
