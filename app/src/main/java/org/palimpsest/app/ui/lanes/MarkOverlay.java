package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;

/** The annotations over the lane of their signal: boxes at their frequencies, edges of regions. */
final class MarkOverlay extends CanvasView {
  private final AnnotationsViewModel model;
  private final TimeAxis axis;
  private final LaneStack stack;

  MarkOverlay(AnnotationsViewModel model, TimeAxis axis, LaneStack stack) {
    this.model = model;
    this.axis = axis;
    this.stack = stack;
    Rectangle frame = new Rectangle();
    frame.widthProperty().bind(widthProperty());
    frame.heightProperty().bind(heightProperty());
    setClip(frame);
    setMouseTransparent(true);
    axis.spanProperty().addListener((property, before, now) -> draw());
    model.stateProperty().addListener((property, before, now) -> draw());
    model.chosenProperty().addListener((property, before, now) -> draw());
    stack.needsLayoutProperty().addListener((property, before, now) -> draw());
    stack.scrolledProperty().addListener((property, before, now) -> draw());
  }

  @Override
  void draw() {
    GraphicsContext g = pen();
    g.clearRect(0, 0, getWidth(), getHeight());
    Optional<LaneView> lane = model.now().signal().flatMap(signal -> stack.viewOf(signal.id()));
    if (lane.isEmpty()) {
      return;
    }
    g.save();
    g.beginPath();
    g.rect(LaneInk.GUTTER, 0, getWidth(), getHeight());
    g.clip();
    for (Annotation one : model.now().shown()) {
      draw(g, lane.get(), one);
    }
    g.restore();
  }

  private void draw(GraphicsContext g, LaneView lane, Annotation one) {
    TimeAxis.Span span = axis.span();
    double left = Math.floor(LaneInk.GUTTER + span.xOf((double) one.mark().start())) + 0.5;
    double right = Math.floor(LaneInk.GUTTER + span.xOf((double) one.mark().end())) + 0.5;
    if (right < LaneInk.GUTTER || left > getWidth()) {
      return;
    }
    double top = sceneToLocal(lane.localToScene(0, 0)).getY(); // wherever it was scrolled to
    double bottom = top + lane.getHeight();
    boolean isChosen = model.chosenProperty().get().equals(Optional.<UUID>of(one.id()));
    Color colour = MarkInk.of(model.now(), one.tier());
    g.setStroke(colour);
    g.setLineWidth(isChosen ? 2 : 1);
    Optional<Band> band = one.mark().frequencies();
    if (band.isPresent()) {
      double high = Math.max(lane.spectrogramTop(), lane.yOf(band.get().highHz()));
      double height = Math.max(1, lane.yOf(band.get().lowHz()) - high);
      g.setFill(MarkInk.faint(colour));
      if (isChosen) {
        g.fillRect(left, top + high, Math.max(1, right - left), height);
      }
      for (boolean halo : new boolean[] {true, false}) { // to be seen on every colour map
        g.setStroke(halo ? LaneInk.GROUND : colour);
        g.setLineWidth((halo ? 3 : 1) + (isChosen ? 1 : 0.5));
        g.strokeRect(left, top + high, Math.max(1, right - left), height);
      }
      return;
    }
    g.setLineDashes(isChosen ? new double[0] : new double[] {3, 3});
    g.strokeLine(left, top, left, bottom);
    if (right > left) {
      g.strokeLine(right, top, right, bottom);
    }
    g.setLineDashes();
  }
}
