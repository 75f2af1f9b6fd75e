package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;

/** Everything around the lanes that marks them, and the way back to earlier views. */
public final class LaneMarks {
  private final AnnotationsViewModel model;
  private final TimeAxis axis;
  private final ViewHistory views;
  private final AnnotationKeys keys;
  private final AnnotationStrip strip;
  private final MarkOverlay overlay;
  private final AnnotationBar bar;
  private double pressedY;
  private Optional<Band> dragged = Optional.empty();

  LaneMarks(LanesViewModel lanes, AnnotationsViewModel model, LaneStack stack) {
    this.model = model;
    axis = lanes.axis();
    views = new ViewHistory(axis, System::nanoTime);
    lanes.lanes().addListener((ListChangeListener<Lane>) change -> views.restart());
    keys = new AnnotationKeys(model, axis, () -> dragged, () -> stack.getScene().getWindow());
    strip = new AnnotationStrip(model, axis);
    strip.addEventHandler(KeyEvent.KEY_PRESSED, event -> keys.pressedOnStrip(event, strip));
    overlay = new MarkOverlay(model, axis, stack);
    bar = new AnnotationBar(lanes.lanes(), model, keys, axis, views);
    SelectionKeys selection = new SelectionKeys(axis);
    lanes.lanes().addListener((ListChangeListener<Lane>) change -> selection.end());
    stack.addEventFilter(KeyEvent.KEY_PRESSED, selection::pressed);
    stack.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          selection.end();
          pressedY = event.getSceneY();
        });
    stack.addEventFilter(
        MouseEvent.MOUSE_RELEASED, event -> dragged = stack.band(pressedY, event.getSceneY()));
  }

  /** Brings an annotation into sight. */
  public void show(Annotation one) {
    axis.moveCursor((double) one.mark().start());
  }

  /** Selects a stretch and zooms to it. */
  public void select(SampleRange range) {
    axis.selectionProperty().set(Optional.of(range));
    axis.zoomTo(range);
  }

  /** Looks where one looked before. */
  public void lookBack() {
    views.back();
  }

  /** Looks again where one went back from. */
  public void lookForward() {
    views.forward();
  }

  /** Id of the signal that is annotated; empty where none is. */
  String annotated() {
    return model.now().signal().map(AnnotatedSignal::id).orElse("");
  }

  void annotate(String id) {
    bar.choose(id);
  }

  void restart() {
    views.restart();
  }

  AnnotationKeys keys() {
    return keys;
  }

  Node strip() {
    return strip;
  }

  Node overlay() {
    return overlay;
  }

  Node bar() {
    return bar.node();
  }
}
