package org.palimpsest.app.ui.lanes;

import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import org.palimpsest.analysis.audio.SampleRange;

/** Cursor, selection and the line under the mouse, over all lanes at once. */
final class OverlayView extends CanvasView {
  private final TimeAxis axis;
  private final ObjectProperty<OptionalDouble> hover;

  /**
   * @param hover sample under the mouse
   */
  OverlayView(TimeAxis axis, ObjectProperty<OptionalDouble> hover) {
    this.axis = axis;
    this.hover = hover;
    setMouseTransparent(true);
    axis.spanProperty().addListener((property, before, now) -> draw());
    axis.cursorProperty().addListener((property, before, now) -> draw());
    axis.selectionProperty().addListener((property, before, now) -> draw());
    hover.addListener((property, before, now) -> draw());
  }

  @Override
  void draw() {
    GraphicsContext g = pen();
    double height = getHeight();
    g.clearRect(0, 0, getWidth(), height);
    TimeAxis.Span span = axis.span();
    if (axis.selectionProperty().get().isPresent()) {
      SampleRange range = axis.selectionProperty().get().get();
      double left = x(span, range.start());
      double right = x(span, range.end());
      g.setFill(LaneInk.SELECTION);
      g.fillRect(left, 0, Math.max(1, right - left), height);
      g.setStroke(LaneInk.SELECTION_EDGE);
      line(g, left, height);
      line(g, right, height);
    }
    g.setStroke(LaneInk.CURSOR);
    line(g, x(span, axis.cursorProperty().get()), height);
    if (hover.get().isPresent()) {
      g.setStroke(LaneInk.HOVER);
      line(g, x(span, hover.get().getAsDouble()), height);
    }
  }

  private static double x(TimeAxis.Span span, double sample) {
    return LaneInk.GUTTER + span.xOf(sample);
  }

  private static void line(GraphicsContext g, double x, double height) {
    if (x >= LaneInk.GUTTER) {
      g.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, height);
    }
  }
}
