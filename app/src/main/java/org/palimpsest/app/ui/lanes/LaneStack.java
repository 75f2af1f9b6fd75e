package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.task.BackgroundTasks;

/** All lanes under one ruler, and what mouse and keys do on them. */
final class LaneStack extends StackPane {
  private static final double NUDGE = 1;
  private static final double CLICK = 3;

  private final LanesViewModel model;
  private final TimeAxis axis;
  private final BackgroundTasks tasks;
  private final Runnable play;
  private final VBox column = new VBox();
  private final RulerView ruler;
  private final List<LaneView> views = new ArrayList<>();
  private final ObjectProperty<OptionalDouble> hover =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
  private double pressedX;
  private double pressedStart;
  private SpectrumProbe probe;

  /**
   * @param play starts or stops playback
   */
  LaneStack(LanesViewModel model, BackgroundTasks tasks, Runnable play) {
    this.model = model;
    this.axis = model.axis();
    this.tasks = tasks;
    this.play = play;
    this.ruler = new RulerView(axis);
    probe = new SpectrumProbe(model.settingsProperty().get(), axis.hertz());
    OverlayView overlay = new OverlayView(axis, hover);
    overlay.visibleProperty().bind(Bindings.isNotEmpty(model.lanes()));
    getChildren().addAll(column, overlay);
    getStyleClass().add("lane-stack");
    setId("lane-stack");
    setFocusTraversable(true);
    setAccessibleText("Signals. Plus and minus zoom, arrows move the cursor, space plays");
    model.lanes().addListener((ListChangeListener<Lane>) change -> arrange());
    model
        .settingsProperty()
        .addListener(
            (property, before, now) -> {
              probe = new SpectrumProbe(now, axis.hertz());
              redraw();
            });
    axis.spanProperty().addListener((property, before, now) -> redraw());
    axis.cursorProperty().addListener((property, before, now) -> tell(now, Optional.empty(), 0));
    setOnScroll(this::scrolled);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(this::moved);
    setOnMouseExited(event -> hover.set(OptionalDouble.empty()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    arrange();
  }

  /** Where the cursor or the mouse is, in words. */
  ReadOnlyStringProperty readOutProperty() {
    return readOut.getReadOnlyProperty();
  }

  boolean drawn() {
    return model.loaded() && !views.isEmpty() && views.stream().allMatch(LaneView::drawn);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    axis.resize(Math.floor(getWidth() - LaneInk.GUTTER));
  }

  private void arrange() {
    views.clear();
    column.getChildren().clear();
    probe = new SpectrumProbe(model.settingsProperty().get(), axis.hertz());
    if (model.lanes().isEmpty()) {
      return;
    }
    column.getChildren().add(ruler);
    float common =
        (float)
            model.lanes().stream()
                .filter(lane -> lane.kind() != Lane.Kind.PERTURBATION)
                .mapToDouble(lane -> lane.peaks().greatest())
                .max()
                .orElse(1);
    for (Lane lane : model.lanes()) {
      float greatest = lane.kind() == Lane.Kind.PERTURBATION ? lane.peaks().greatest() : common;
      LaneView view =
          new LaneView(lane, axis, model.settingsProperty(), greatest > 0 ? greatest : 1, tasks);
      views.add(view);
      VBox.setVgrow(view, Priority.ALWAYS);
      column.getChildren().addAll(title(lane), view);
    }
  }

  private static HBox title(Lane lane) {
    Label id = new Label(lane.id());
    id.getStyleClass().add("item-id");
    id.setMinWidth(LaneInk.GUTTER - 12);
    Label kind = new Label(lane.kind().words());
    kind.setMinWidth(USE_PREF_SIZE);
    kind.getStyleClass().add("lane-kind");
    Label words = new Label(lane.title());
    words.getStyleClass().add("lane-words");
    HBox box = new HBox(10, id, kind, words);
    box.getStyleClass().add("lane-title");
    return box;
  }

  private void redraw() {
    views.forEach(LaneView::draw);
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      axis.scrollBy(-(event.getDeltaX() + (event.isShiftDown() ? event.getDeltaY() : 0)));
    } else if (event.getDeltaY() > 0) {
      axis.zoomIn(x(event.getX()));
    } else if (event.getDeltaY() < 0) {
      axis.zoomOut(x(event.getX()));
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressedX = event.getX();
    pressedStart = axis.span().start();
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !event.isAltDown()) {
      if (Math.abs(event.getX() - pressedX) > CLICK) {
        axis.select(sample(pressedX), sample(event.getX()));
      }
    } else {
      axis.scrollTo(pressedStart - (event.getX() - pressedX) * axis.span().scale());
    }
    moved(event);
  }

  private void released(MouseEvent event) {
    boolean click = Math.abs(event.getX() - pressedX) <= CLICK;
    if (event.getButton() == MouseButton.PRIMARY && click) {
      axis.selectionProperty().set(Optional.empty());
      axis.moveCursor(sample(event.getX()));
    }
  }

  private void moved(MouseEvent event) {
    double at = sample(event.getX());
    boolean inside = event.getX() >= LaneInk.GUTTER && at >= 0 && at < axis.length();
    hover.set(inside ? OptionalDouble.of(at) : OptionalDouble.empty());
    Optional<LaneView> under =
        views.stream()
            .filter(v -> v.getBoundsInParent().contains(event.getX(), event.getY()))
            .findFirst();
    tell(
        inside ? at : axis.cursorProperty().get(),
        inside ? under : Optional.empty(),
        event.getY() - under.map(v -> v.getBoundsInParent().getMinY()).orElse(0.0));
  }

  private void key(KeyEvent event) {
    double middle = axis.span().xOf(axis.cursorProperty().get());
    double x = middle < 0 || middle > axis.span().width() ? axis.span().width() / 2 : middle;
    double step = event.isShiftDown() ? 10 * NUDGE : NUDGE;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> axis.zoomIn(x);
      case MINUS, SUBTRACT -> axis.zoomOut(x);
      case DIGIT0, NUMPAD0 -> {
        if (!event.isShortcutDown()) {
          return;
        }
        axis.fit();
      }
      case LEFT -> axis.nudgeCursor(-step);
      case RIGHT -> axis.nudgeCursor(step);
      case HOME -> axis.moveCursor(0);
      case END -> axis.moveCursor(axis.length());
      case ENTER -> axis.selectionProperty().get().ifPresent(axis::zoomTo);
      case ESCAPE -> axis.selectionProperty().set(Optional.empty());
      case SPACE -> play.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void tell(double at, Optional<LaneView> under, double y) {
    int sample = (int) Math.max(0, Math.min(axis.length() - 1.0, at));
    String text =
        String.format(Locale.ROOT, "%.4f s   sample %,d", (double) sample / axis.hertz(), sample);
    Optional<Double> hertz = under.flatMap(v -> v.hertzAt(y));
    if (hertz.isPresent() && under.isPresent()) {
      Lane lane = under.get().lane();
      SpectrumProbe.Reading read =
          probe.read(lane.clip(), sample, hertz.get(), under.get().hertzOfPixel(y));
      text +=
          String.format(
                  Locale.ROOT,
                  "   %,.0f Hz   %.1f dBFS%s   %s",
                  read.hertz(),
                  read.levelDb(),
                  read.peak() ? " (peak)" : "",
                  lane.id())
              .replace('-', '−');
    }
    String doubt = under.map(v -> v.lane().doubt(sample)).orElse("");
    readOut.set(doubt.isEmpty() ? text : text + "   " + doubt);
  }

  private double x(double mouse) {
    return mouse - LaneInk.GUTTER;
  }

  private double sample(double mouse) {
    return axis.span().sampleAt(x(mouse));
  }
}
