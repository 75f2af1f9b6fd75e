package org.palimpsest.app.ui.lanes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.ui.annotations.AnnotationsState;

/** Draws the strip of annotations once. */
final class StripPainter {
  private static final double LETTER = 6.6;
  private static final double POINT_WORDS = 150;
  private static final double SIZE = 4;

  private final GraphicsContext g;
  private final double width;
  private final double height;
  private final TimeAxis.Span span;
  private final AnnotationsState state;

  /** Clears the strip. */
  StripPainter(Canvas canvas, TimeAxis.Span span, AnnotationsState state) {
    this.g = canvas.getGraphicsContext2D();
    this.width = canvas.getWidth();
    this.height = canvas.getHeight();
    this.span = span;
    this.state = state;
    g.setLineWidth(1);
    g.setFill(LaneInk.GUTTER_GROUND);
    g.fillRect(0, 0, width, height);
    g.setFill(LaneInk.GROUND);
    g.fillRect(LaneInk.GUTTER, 0, width, height);
    g.setFont(LaneInk.SMALL);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
  }

  /** The tiers in the gutter; what to do, where there is none. */
  void names(List<String> tiers) {
    g.setFill(LaneInk.WORDS);
    if (tiers.isEmpty()) {
      g.fillText("marks", 8, AnnotationStrip.ROW / 2 + 1);
      if (state.writable()) {
        g.fillText(
            "Drag here, or press M for a point, R for the selection, B for a box",
            LaneInk.GUTTER + 8,
            AnnotationStrip.ROW / 2 + 1);
      }
    }
    for (int i = 0; i < Math.min(AnnotationStrip.MOST_ROWS, tiers.size()); i++) {
      String tier = tiers.get(i);
      String fitting = tier.length() <= 8 ? tier : tier.substring(0, 7) + "…";
      g.fillText(fitting, 6, AnnotationStrip.ROW * (i + 0.5) + 1);
    }
  }

  void marks(List<String> tiers, Optional<UUID> chosen) {
    double[] free = new double[AnnotationStrip.MOST_ROWS];
    g.save();
    g.beginPath();
    g.rect(LaneInk.GUTTER, 0, width, height);
    g.clip();
    for (Annotation one : state.shown()) {
      int row = Math.min(AnnotationStrip.MOST_ROWS - 1, tiers.indexOf(one.tier()));
      mark(one, row, free, chosen.equals(Optional.of(one.id())));
    }
    g.restore();
  }

  /** What a drag would make. */
  void frame(double left, double right) {
    g.setStroke(LaneInk.SELECTION_EDGE);
    g.strokeRect(left, 1.5, Math.max(1, right - left), height - 3);
  }

  void focus() {
    g.setStroke(LaneInk.CURSOR);
    g.setLineWidth(2);
    g.strokeRect(1, 1, width - 2, height - 2);
  }

  private void mark(Annotation one, int row, double[] free, boolean isChosen) {
    double left = LaneInk.GUTTER + span.xOf((double) one.mark().start());
    double right = LaneInk.GUTTER + span.xOf((double) one.mark().end());
    if (right < LaneInk.GUTTER || left > width) {
      return;
    }
    Color colour = MarkInk.of(state, one.tier());
    double top = AnnotationStrip.ROW * row + 2;
    double tall = AnnotationStrip.ROW - 4;
    boolean point = one.mark() instanceof Mark.Point;
    if (point) {
      double size = isChosen ? SIZE + 2 : SIZE;
      double middle = top + tall / 2;
      g.setFill(colour);
      g.fillPolygon(
          new double[] {left - size, left, left + size, left},
          new double[] {middle, middle - size, middle, middle + size},
          4);
    } else {
      g.setFill(MarkInk.faint(colour));
      g.fillRect(left, top, Math.max(1, right - left), tall);
      g.setStroke(colour);
      g.setLineWidth(isChosen ? 2 : 1);
      g.strokeRect(Math.floor(left) + 0.5, top + 0.5, Math.max(1, right - left), tall - 1);
    }
    double from = point ? left + SIZE + 4 : Math.max(LaneInk.GUTTER, left) + 4;
    double room = point ? POINT_WORDS : Math.min(width, right) - from - 2;
    if (from >= free[row]) {
      free[row] = words(one.label(), from, top + tall / 2, room, isChosen);
    }
  }

  /** Writes what fits; gives where the next words may begin. */
  private double words(String label, double x, double y, double room, boolean isChosen) {
    int letters = (int) Math.min(label.length(), room / LETTER);
    if (letters < Math.min(3, label.length())) {
      return x;
    }
    boolean whole = letters == label.length();
    String fitting = whole ? label : label.substring(0, letters - 1) + "…";
    g.setFill(isChosen ? Color.WHITE : LaneInk.WORDS);
    g.fillText(fitting, x, y);
    return x + (letters + 1) * LETTER;
  }
}
