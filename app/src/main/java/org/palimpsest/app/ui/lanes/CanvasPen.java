package org.palimpsest.app.ui.lanes;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.palimpsest.app.figure.Pen;

/** Draws on a canvas, in its pixels. */
final class CanvasPen implements Pen {
  private final GraphicsContext g;

  CanvasPen(GraphicsContext g) {
    this.g = g;
  }

  @Override
  public void fill(int argb, double x, double y, double width, double height) {
    g.setFill(colour(argb));
    g.fillRect(x, y, width, height);
  }

  @Override
  public void line(int argb, double thickness, double x1, double y1, double x2, double y2) {
    g.setStroke(colour(argb));
    g.setLineWidth(1);
    g.strokeLine(x1, Math.floor(y1) + 0.5, x2, Math.floor(y2) + 0.5);
  }

  @Override
  public void path(int argb, double thickness, double[] x, double[] y) {
    g.setStroke(colour(argb));
    g.setLineWidth(thickness);
    g.beginPath();
    boolean open = false;
    for (int i = 0; i < x.length; i++) {
      boolean there = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
      if (there && open) {
        g.lineTo(x[i], y[i]);
      } else if (there) {
        g.moveTo(x[i], y[i]);
      }
      open = there;
    }
    g.stroke();
    g.setLineWidth(1);
  }

  @Override
  public void dot(int argb, double x, double y, double radius) {
    g.setFill(colour(argb));
    g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void text(int argb, String words, double x, double y, Side side) {
    g.setFont(LaneInk.SMALL);
    g.setFill(colour(argb));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(
        switch (side) {
          case LEFT -> TextAlignment.LEFT;
          case CENTRE -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    g.fillText(words, x, y);
  }

  private static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }
}
