package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.ui.annotations.AnnotationForm;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;

/** The annotations under the lanes, a row for each tier; made, moved and resized by the mouse. */
final class AnnotationStrip extends CanvasView {
  static final double ROW = 20;
  static final int MOST_ROWS = 6;
  private static final double EDGE = 5;

  private final AnnotationsViewModel model;
  private final TimeAxis axis;
  private Optional<StripDrag> drag = Optional.empty();

  AnnotationStrip(AnnotationsViewModel model, TimeAxis axis) {
    this.model = model;
    this.axis = axis;
    getStyleClass().add("annotation-strip");
    setId("annotation-strip");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    axis.spanProperty().addListener((property, before, now) -> draw());
    focusedProperty().addListener((property, before, now) -> draw());
    model.stateProperty().addListener((property, before, now) -> changed());
    model.chosenProperty().addListener((property, before, now) -> changed());
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(event -> setCursor(drag(event).cursor()));
    changed();
  }

  /** Chooses the annotation before or after the chosen one, and brings it into sight. */
  void choose(int step) {
    List<Annotation> shown = model.now().shown();
    if (shown.isEmpty()) {
      return;
    }
    int at = model.chosen().map(shown::indexOf).orElse(step > 0 ? -1 : shown.size());
    Annotation next = shown.get(Math.max(0, Math.min(shown.size() - 1, at + step)));
    model.chosenProperty().set(Optional.of(next.id()));
    axis.moveCursor((double) next.mark().start());
  }

  private void changed() {
    double height = ROW * Math.max(1, Math.min(MOST_ROWS, tiers().size())) + 2;
    keepHeight(height);
    setAccessibleText(
        "Annotations of "
            + model.now().words()
            + ". "
            + model.chosen().map(AnnotationStrip::words).orElse("None is chosen")
            + ". Arrows choose one, Enter changes it, Delete removes it");
    draw();
  }

  private static String words(Annotation one) {
    return one.mark().kind() + " \"" + one.label() + "\" in tier " + one.tier() + " is chosen";
  }

  /** The tiers that have rows; those beyond the last share it. */
  private List<String> tiers() {
    return model.now().tiers().stream()
        .filter(tier -> !model.hiddenTiers().contains(tier))
        .toList();
  }

  @Override
  void draw() {
    List<String> tiers = tiers();
    StripPainter painter = new StripPainter(canvas(), axis.span(), model.now());
    painter.names(tiers);
    painter.marks(tiers, model.chosenProperty().get());
    drag.ifPresent(
        d -> {
          double[] ends = ends(d.from(), d.to());
          painter.frame(ends[0], ends[1]);
        });
    if (isFocused()) {
      painter.focus();
    }
  }

  private double[] ends(double a, double b) {
    TimeAxis.Span span = axis.span();
    return new double[] {
      Math.max(LaneInk.GUTTER, LaneInk.GUTTER + span.xOf(Math.min(a, b))),
      LaneInk.GUTTER + span.xOf(Math.max(a, b))
    };
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    StripDrag begun = drag(event);
    model.chosenProperty().set(begun.annotation().map(Annotation::id));
    begun.annotation().ifPresent(one -> axis.moveCursor((double) one.mark().start()));
    if (event.getClickCount() == 2 && begun.annotation().isPresent()) {
      drag = Optional.empty();
      AnnotationForm.edit(model, begun.annotation().get(), getScene().getWindow());
    } else if (model.now().writable()) {
      drag = Optional.of(begun);
    }
  }

  private void dragged(MouseEvent event) {
    drag = drag.map(d -> d.to(sample(event), axis.length()));
    draw();
  }

  private void released(MouseEvent event) {
    Optional<StripDrag> done = drag;
    drag = Optional.empty();
    done.filter(d -> d.pixels(axis.span().scale()) >= 3)
        .ifPresent(
            d -> {
              if (d.annotation().isPresent()) {
                model.move(d.annotation().get(), d.mark());
              } else {
                model.add(d.mark());
              }
            });
    draw();
    event.consume();
  }

  /** What a drag that begins here would do. */
  private StripDrag drag(MouseEvent event) {
    double x = event.getX();
    double at = Math.max(0, Math.min(axis.length(), sample(event)));
    int row = (int) Math.floor((event.getY() - 1) / ROW);
    List<String> tiers = tiers();
    List<Annotation> under = new ArrayList<>();
    for (Annotation one : model.now().shown()) {
      double[] ends = ends((double) one.mark().start(), (double) one.mark().end());
      boolean here = Math.min(MOST_ROWS - 1, tiers.indexOf(one.tier())) == row;
      if (here && x >= ends[0] - EDGE && x <= ends[1] + EDGE) {
        under.add(one);
      }
    }
    if (under.isEmpty()) {
      return StripDrag.anew(at);
    }
    Annotation one = under.get(under.size() - 1); // drawn last, seen on top
    double[] ends = ends((double) one.mark().start(), (double) one.mark().end());
    boolean atLeft = Math.abs(x - ends[0]) <= EDGE;
    boolean atRight = Math.abs(x - ends[1]) <= EDGE;
    return StripDrag.of(one, at, atLeft, atRight);
  }

  private double sample(MouseEvent event) {
    return axis.span().sampleAt(event.getX() - LaneInk.GUTTER);
  }
}
