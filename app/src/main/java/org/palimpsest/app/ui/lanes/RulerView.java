package org.palimpsest.app.ui.lanes;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** The time axis above the lanes. */
final class RulerView extends CanvasView {
  private static final double HEIGHT = 26;

  private final TimeAxis axis;

  RulerView(TimeAxis axis) {
    this.axis = axis;
    keepHeight(HEIGHT);
    axis.spanProperty().addListener((property, before, now) -> draw());
  }

  @Override
  void draw() {
    GraphicsContext g = pen();
    double width = getWidth();
    g.setFill(LaneInk.GUTTER_GROUND);
    g.fillRect(0, 0, width, HEIGHT);
    g.setFont(LaneInk.SMALL);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(LaneInk.WORDS);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText("time, s", LaneInk.GUTTER - 8, HEIGHT / 2 - 1);
    g.setTextAlign(TextAlignment.CENTER);
    for (Ticks.Tick tick : Ticks.of(axis.span(), axis.hertz())) {
      double x = Math.round(LaneInk.GUTTER + tick.x()) + 0.5;
      boolean major = !tick.label().isEmpty();
      g.setStroke(major ? LaneInk.MARK : LaneInk.RULE);
      g.strokeLine(x, major ? HEIGHT - 7 : HEIGHT - 4, x, HEIGHT);
      if (major) {
        double half = 4 * tick.label().length();
        g.fillText(
            tick.label(),
            Math.max(LaneInk.GUTTER + half, Math.min(width - half, x)),
            HEIGHT / 2 - 3);
      }
    }
  }
}
