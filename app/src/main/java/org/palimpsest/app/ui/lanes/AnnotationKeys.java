package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.ui.annotations.AnnotationForm;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;

/** What keys and buttons do to annotations. */
final class AnnotationKeys {
  private final AnnotationsViewModel model;
  private final TimeAxis axis;
  private final Supplier<Optional<Band>> dragged;
  private final Supplier<Window> window;

  /**
   * @param dragged the frequencies over which the mouse selected last
   */
  AnnotationKeys(
      AnnotationsViewModel model,
      TimeAxis axis,
      Supplier<Optional<Band>> dragged,
      Supplier<Window> window) {
    this.model = model;
    this.axis = axis;
    this.dragged = dragged;
    this.window = window;
  }

  void point() {
    model.add(new Mark.Point(axis.cursorProperty().get()));
  }

  void region() {
    axis.selectionProperty()
        .get()
        .ifPresent(range -> model.add(new Mark.Region(range.start(), range.end())));
  }

  /** Asks for the frequencies; those of the last drag, or all, are offered. */
  void box() {
    Optional<SampleRange> range = axis.selectionProperty().get();
    if (range.isPresent()) {
      Band band = dragged.get().orElse(new Band(0, axis.hertz() / 2.0));
      Mark box = new Mark.Box(range.get().start(), range.get().end(), band);
      AnnotationForm.add(model, box, window.get());
    }
  }

  void edit() {
    model.chosen().ifPresent(one -> AnnotationForm.edit(model, one, window.get()));
  }

  /** Keys that mean the same wherever the middle of the window has the focus. */
  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    switch (event.getCode()) {
      case M -> point();
      case R -> region();
      case B -> box();
      case F2 -> edit();
      case DELETE -> model.removeChosen();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Keys that mean this only where the strip has the focus. */
  void pressedOnStrip(KeyEvent event, AnnotationStrip strip) {
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> step(event, strip, -1);
      case RIGHT -> step(event, strip, 1);
      case HOME -> strip.choose(-Integer.MAX_VALUE / 2);
      case END -> strip.choose(Integer.MAX_VALUE / 2);
      case ENTER -> edit();
      case ESCAPE -> model.chosenProperty().set(Optional.empty());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(KeyEvent event, AnnotationStrip strip, int direction) {
    if (!event.isShiftDown()) {
      strip.choose(direction);
      return;
    }
    long by = Math.max(1, Math.round(axis.span().scale())) * direction;
    model.chosen().ifPresent(one -> nudge(one, by));
  }

  private void nudge(Annotation one, long by) {
    Mark mark = one.mark();
    long last = axis.length() - (mark instanceof Mark.Point ? 1L : 0L);
    if (mark.start() + by >= 0 && mark.end() + by <= last) {
      model.move(one, mark.at(mark.start() + by, mark.end() + by));
    }
  }
}
