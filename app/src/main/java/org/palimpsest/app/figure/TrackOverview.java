package org.palimpsest.app.figure;

import java.util.Arrays;
import java.util.List;

/**
 * Draws a track of more than two minutes from summaries: in each column of the plot the range from
 * the lowest to the highest value, and the mean of the middle ones. For one thread.
 */
public final class TrackOverview {
  private static final double DOT = 1.3;
  private static final int FAINT = 0x60ffffff; // the mask of a colour's opacity

  private final Pen pen;
  private final Ink ink;
  private final Plot plot;
  private final double[] low;
  private final double[] middle;
  private final double[] high;
  private final int[] cells;

  /**
   * @param plot the row of the track
   */
  public TrackOverview(Pen pen, Ink ink, Plot plot) {
    this.pen = pen;
    this.ink = ink;
    this.plot = plot;
    int columns = (int) Math.max(1, Math.ceil(plot.width()));
    low = new double[columns];
    middle = new double[columns];
    high = new double[columns];
    cells = new int[columns];
  }

  /** What lies outside the plot is left out. */
  public void draw(TrackKind kind, List<TrackSummary> pieces) {
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    Arrays.fill(middle, 0);
    Arrays.fill(cells, 0);
    pieces.forEach(this::gather);
    for (int column = 0; column < cells.length; column++) {
      if (cells[column] > 0) {
        draw(kind, column);
      }
    }
  }

  private void gather(TrackSummary piece) {
    for (int c = 0; c < TrackSummary.CELLS; c++) {
      int column = (int) Math.floor(plot.xOf(piece.centre(c)) - plot.left());
      if (column >= 0 && column < cells.length && !Float.isNaN(piece.middle(c))) {
        low[column] = Math.min(low[column], piece.low(c));
        high[column] = Math.max(high[column], piece.high(c));
        middle[column] += piece.middle(c);
        cells[column]++;
      }
    }
  }

  private void draw(TrackKind kind, int column) {
    double x = plot.left() + column;
    double mean = middle[column] / cells[column];
    switch (kind) {
      case PITCH -> {
        range(
            ink.pitch(),
            x,
            TrackPlot.yOfPitch(low[column], plot),
            TrackPlot.yOfPitch(high[column], plot));
        pen.dot(ink.pitch(), x + 0.5, TrackPlot.yOfPitch(mean, plot), DOT);
      }
      case INTENSITY -> {
        range(
            ink.intensity(),
            x,
            TrackPlot.yOfLevel(low[column], plot),
            TrackPlot.yOfLevel(high[column], plot));
        pen.dot(ink.intensity(), x + 0.5, TrackPlot.yOfLevel(mean, plot), DOT / 2);
      }
      case ACTIVITY -> {
        double height = 0.44 * plot.height() * mean;
        pen.fill(ink.activity(), x, plot.top() + 0.72 * plot.height() - height, 1, height);
      }
      case FORMANTS, ERROR -> throw new IllegalArgumentException(kind + " has no row");
    }
  }

  private void range(int argb, double x, double bottom, double top) {
    pen.fill(argb & FAINT, x, top, 1, Math.max(1, bottom - top));
  }
}
