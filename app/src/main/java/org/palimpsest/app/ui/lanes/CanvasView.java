package org.palimpsest.app.ui.lanes;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A view on a canvas of its own size, drawn anew whenever that changes. */
abstract class CanvasView extends Region {
  private final Canvas canvas = new Canvas();

  CanvasView() {
    getChildren().add(canvas);
  }

  /** Draws everything. */
  abstract void draw();

  final Canvas canvas() {
    return canvas;
  }

  final GraphicsContext pen() {
    return canvas.getGraphicsContext2D();
  }

  /** Keeps this height, whatever room there is. */
  final void keepHeight(double height) {
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }
}
