package org.palimpsest.app.ui.lanes;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

/** The whole signal over the lanes; what is seen of it lies in a box that mouse and keys move. */
final class OverviewStrip extends CanvasView {
  private static final double HEIGHT = 34;
  private static final double LEAST = 4; // of the box: to be seen and taken

  private final LanesViewModel model;
  private final TimeAxis axis;
  private final Rectangle box = new Rectangle();
  private final Rectangle cursor = new Rectangle(1, HEIGHT, LaneInk.CURSOR);
  private double grip;

  OverviewStrip(LanesViewModel model) {
    this.model = model;
    this.axis = model.axis();
    keepHeight(HEIGHT);
    box.setFill(LaneInk.SELECTION);
    box.setStroke(LaneInk.SELECTION_EDGE);
    box.setY(1);
    box.setHeight(HEIGHT - 2);
    for (Rectangle over : new Rectangle[] {cursor, box}) {
      over.setManaged(false);
      over.setMouseTransparent(true);
      getChildren().add(over);
    }
    setId("overview");
    getStyleClass().add("overview");
    setFocusTraversable(true);
    model.lanes().addListener((InvalidationListener) changed -> draw());
    model.arrivingProperty().addListener((property, before, now) -> draw());
    axis.spanProperty().addListener((property, before, now) -> place());
    axis.cursorProperty().addListener((property, before, now) -> place());
    focusedProperty().addListener((property, before, now) -> place());
    setOnMousePressed(this::pressed);
    setOnMouseDragged(event -> scroll(event.getX()));
    setOnKeyPressed(this::key);
  }

  @Override
  void draw() {
    GraphicsContext g = pen();
    g.setFill(LaneInk.GROUND);
    g.fillRect(0, 0, getWidth(), HEIGHT);
    g.setFill(LaneInk.GUTTER_GROUND);
    g.fillRect(0, 0, LaneInk.GUTTER, HEIGHT);
    Optional<Lane> lane =
        model.lanes().stream().findFirst().or(() -> model.arrivingProperty().get());
    lane.ifPresent(first -> draw(g, first));
    place();
  }

  private void draw(GraphicsContext g, Lane lane) {
    g.setFont(LaneInk.SMALL);
    g.setFill(LaneInk.WORDS);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(lane.id(), LaneInk.GUTTER - 8, HEIGHT / 2);
    double unit = (HEIGHT / 2 - 2) / model.waveScale(lane);
    double scale = lane.length() / room();
    g.setFill(LaneInk.WAVE);
    for (int x = 0; x < room() && x * scale < lane.clip().length(); x++) {
      Peaks.Extent extent = lane.peaks().of(x * scale, (x + 1) * scale);
      double top = HEIGHT / 2 - extent.high() * unit;
      double height = Math.max(1, (extent.high() - extent.low()) * unit);
      g.fillRect(LaneInk.GUTTER + x, top, 1, height);
    }
  }

  private void place() {
    boolean empty = model.lanes().isEmpty() && model.arrivingProperty().get().isEmpty();
    box.setVisible(!empty);
    cursor.setVisible(!empty);
    TimeAxis.Span span = axis.span();
    box.setX(Math.floor(left()) + 0.5);
    box.setWidth(Math.max(LEAST, Math.floor(width()) - 1));
    box.setStrokeWidth(isFocused() ? 2 : 1);
    cursor.setX(Math.floor(LaneInk.GUTTER + axis.cursorProperty().get() / samplesOfPixel()));
    double hertz = axis.hertz();
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "Overview: %.2f to %.2f of %.2f s are seen. Arrows and page keys move that",
            span.start() / hertz,
            Math.min(axis.length(), span.end()) / hertz,
            axis.length() / hertz));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    double within = event.getX() - left();
    grip = within >= 0 && within <= width() ? within : width() / 2;
    scroll(event.getX());
    event.consume();
  }

  private void scroll(double x) {
    axis.scrollTo((x - grip - LaneInk.GUTTER) * samplesOfPixel());
  }

  private void key(KeyEvent event) {
    double page = axis.span().width();
    switch (event.getCode()) {
      case LEFT -> axis.scrollBy(-page / 10);
      case RIGHT -> axis.scrollBy(page / 10);
      case PAGE_UP -> axis.scrollBy(-page);
      case PAGE_DOWN -> axis.scrollBy(page);
      case HOME -> axis.scrollTo(0);
      case END -> axis.scrollTo(axis.length());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private double left() {
    return LaneInk.GUTTER + axis.span().start() / samplesOfPixel();
  }

  private double width() {
    TimeAxis.Span span = axis.span();
    return Math.min(room(), (span.end() - span.start()) / samplesOfPixel());
  }

  private double room() {
    return Math.max(1, getWidth() - LaneInk.GUTTER);
  }

  private double samplesOfPixel() {
    return axis.length() / room();
  }
}
