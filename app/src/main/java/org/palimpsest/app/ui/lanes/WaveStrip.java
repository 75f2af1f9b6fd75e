package org.palimpsest.app.ui.lanes;

import javafx.scene.canvas.GraphicsContext;

/** The waveform of a lane: the extent of each column, and within it the level. */
final class WaveStrip {
  private static final double MARGIN = 3;
  private static final double TOP = 7; // for half a letter
  private static final double LEAST_APART = 11; // labels
  private static final double LEAST_FOR_LEVEL = 16; // samples in a column: fewer have no level

  private WaveStrip() {}

  /**
   * Writes the levels of the grid beside it.
   *
   * @param scale as it is drawn with
   * @param height as it is drawn with
   */
  static void drawScale(GraphicsContext g, float scale, double height) {
    double middle = height / 2;
    String unit = " dB"; // of full scale; once, or it would not fit
    double before = -LEAST_APART;
    for (LevelGrid.Line line : LevelGrid.of(scale, middle - MARGIN)) {
      double y = Math.max(TOP, middle - line.height());
      double tick = Math.floor(middle - line.height()) + 0.5;
      g.setStroke(LaneInk.MARK);
      g.strokeLine(LaneInk.GUTTER - 5, tick, LaneInk.GUTTER, tick);
      if (y - before >= LEAST_APART) { // the first may have been moved down
        g.fillText(line.label() + unit, LaneInk.GUTTER - 8, y);
        unit = "";
        before = y;
      }
    }
  }

  /**
   * @param scale the sample at the upper edge
   * @param height of the strip, which lies on top
   */
  static void draw(GraphicsContext g, Lane lane, TimeAxis.Span span, float scale, double height) {
    double middle = height / 2;
    double unit = (middle - MARGIN) / scale;
    double end = LaneInk.GUTTER + span.width();
    g.setStroke(LaneInk.RULE);
    g.strokeLine(LaneInk.GUTTER, middle + 0.5, end, middle + 0.5);
    g.setStroke(LaneInk.GRID);
    for (LevelGrid.Line line : LevelGrid.of(scale, middle - MARGIN)) {
      for (double y : new double[] {middle - line.height(), middle + line.height()}) {
        g.strokeLine(LaneInk.GUTTER, Math.floor(y) + 0.5, end, Math.floor(y) + 0.5);
      }
    }
    int last = (int) Math.min(span.width(), Math.ceil(span.xOf(lane.clip().length())));
    for (int x = 0; x < last; x++) {
      Peaks.Extent extent = lane.peaks().of(span.sampleAt(x), span.sampleAt(x + 1.0));
      double top = middle - Math.min(scale, extent.high()) * unit;
      double bottom = middle - Math.max(-scale, extent.low()) * unit;
      g.setFill(LaneInk.WAVE);
      g.fillRect(LaneInk.GUTTER + x, top, 1, Math.max(1, bottom - top));
      double above = Math.min(extent.level() * unit, middle - top);
      double below = Math.min(extent.level() * unit, bottom - middle);
      if (span.scale() > LEAST_FOR_LEVEL && above + below > 1) {
        g.setFill(LaneInk.LEVEL);
        g.fillRect(LaneInk.GUTTER + x, middle - above, 1, above + below);
      }
    }
  }
}
