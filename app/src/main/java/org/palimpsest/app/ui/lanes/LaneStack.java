package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.annotation.Band;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.form.PlainViewport;

/** All lanes under one ruler, and what is under the mouse. */
final class LaneStack extends StackPane {
  private final LanesViewModel model;
  private final TimeAxis axis;
  private final BackgroundTasks tasks;
  private final LaneMouse mouse;
  private final VBox column = new VBox();
  private final ScrollPane scroll = new ScrollPane(column);
  private final RulerView ruler;
  private final List<LaneView> views = new ArrayList<>();
  private final ObjectProperty<OptionalDouble> hover =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private final LaneReadOut readOut;

  /**
   * @param play starts or stops playback
   */
  LaneStack(LanesViewModel model, BackgroundTasks tasks, Runnable play) {
    this.model = model;
    this.axis = model.axis();
    this.tasks = tasks;
    this.mouse = new LaneMouse(axis);
    this.ruler = new RulerView(axis);
    readOut = new LaneReadOut(model);
    OverlayView overlay = new OverlayView(axis, hover);
    overlay.visibleProperty().bind(Bindings.isNotEmpty(model.lanes()));
    PlainViewport.in(scroll);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("lane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    column.widthProperty().addListener((property, before, now) -> resized());
    getChildren().addAll(new VBox(ruler, scroll), overlay);
    getStyleClass().add("lane-stack");
    setId("lane-stack");
    setFocusTraversable(true);
    setAccessibleText(
        "Signals. Plus and minus zoom, arrows move the cursor, space plays; P pitch, F formants,"
            + " I intensity, A activity, E local error, S spectrogram settings");
    model.lanes().addListener((ListChangeListener<Lane>) change -> arrange());
    model.arrivingProperty().addListener((property, before, now) -> arrived());
    model
        .settingsProperty()
        .addListener(
            (property, before, now) -> {
              readOut.settingsChanged();
              redraw();
            });
    axis.spanProperty().addListener((property, before, now) -> redraw());
    model
        .tracksProperty()
        .addListener(
            (property, before, now) -> {
              views.forEach(LaneView::fitRows);
              redraw();
              readOut.tellCursor(views);
            });
    axis.cursorProperty().addListener((property, before, now) -> readOut.tellCursor(views));
    addEventFilter(ScrollEvent.SCROLL, mouse::scrolled); // before the lanes themselves scroll
    for (Node part : List.of(ruler, column)) { // below the scroll pane, which takes such events
      mouse.on(part, this);
      part.setOnMouseDragged(this::moved);
    }
    setOnMouseMoved(this::moved);
    setOnMouseExited(event -> hover.set(OptionalDouble.empty()));
    LaneKeys keys =
        new LaneKeys(model, play, share -> scroll.setVvalue(scroll.getVvalue() + share));
    addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    arrange();
  }

  LaneReadOut readOut() {
    return readOut;
  }

  /** Changes when the lanes move up or down. */
  ReadOnlyDoubleProperty scrolledProperty() {
    return scroll.vvalueProperty();
  }

  Optional<LaneView> viewOf(String id) {
    return views.stream().filter(view -> view.lane().id().equals(id)).findFirst();
  }

  /** The frequencies between two heights of the scene, if one lane's spectrogram has both. */
  Optional<Band> band(double sceneY1, double sceneY2) {
    for (LaneView view : views) {
      Optional<Double> a = view.hertzAt(view.sceneToLocal(0, sceneY1).getY());
      Optional<Double> b = view.hertzAt(view.sceneToLocal(0, sceneY2).getY());
      if (a.isPresent() && b.isPresent() && Math.abs(a.get() - b.get()) >= 1) {
        return Optional.of(new Band(Math.min(a.get(), b.get()), Math.max(a.get(), b.get())));
      }
    }
    return Optional.empty();
  }

  boolean drawn() {
    return model.loaded() && !views.isEmpty() && views.stream().allMatch(LaneView::drawn);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    resized();
  }

  private void resized() {
    if (column.getWidth() > LaneInk.GUTTER) {
      axis.resize(Math.floor(column.getWidth() - LaneInk.GUTTER));
    }
  }

  /** Lanes that are shown already stay, with what was drawn of them. */
  private void arrange() {
    List<LaneView> before = List.copyOf(views);
    views.clear();
    column.getChildren().clear();
    readOut.settingsChanged();
    List<Lane> lanes = shown();
    ruler.setVisible(!lanes.isEmpty());
    for (Lane lane : lanes) {
      LaneView view =
          before.stream()
              .filter(v -> v.lane().equals(lane) || v.lane().growsTo(lane))
              .findFirst()
              .orElseGet(() -> view(lane));
      view.grow(lane, model.waveScale(lane));
      views.add(view);
      VBox.setVgrow(view, Priority.ALWAYS);
      column.getChildren().addAll(title(lane), view);
    }
  }

  private LaneView view(Lane lane) {
    return new LaneView(lane, axis, model.settingsProperty(), model.tracksProperty(), tasks);
  }

  /** Those that are open, or the one that is being read. */
  private List<Lane> shown() {
    Optional<Lane> arriving = model.arrivingProperty().get();
    return model.lanes().isEmpty() && arriving.isPresent()
        ? List.of(arriving.get())
        : model.lanes();
  }

  private void arrived() {
    List<Lane> lanes = shown();
    if (views.size() == 1 && lanes.size() == 1 && views.get(0).lane().arriving()) {
      views.get(0).grow(lanes.get(0), model.waveScale(lanes.get(0)));
    } else if (model.lanes().isEmpty()) {
      arrange();
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
    if (lane.arriving()) {
      Label busy = new Label("being read and checked…");
      busy.getStyleClass().add("lane-words");
      busy.setMinWidth(USE_PREF_SIZE);
      box.getChildren().add(busy);
    }
    box.getStyleClass().add("lane-title");
    return box;
  }

  private void redraw() {
    views.forEach(LaneView::draw);
  }

  private void moved(MouseEvent event) {
    double at = mouse.sample(event.getX());
    boolean inside = event.getX() >= LaneInk.GUTTER && at >= 0 && at < axis.length();
    hover.set(inside ? OptionalDouble.of(at) : OptionalDouble.empty());
    Optional<LaneView> under = inside ? viewAt(event) : Optional.empty();
    readOut.tell(
        inside ? at : axis.cursorProperty().get(),
        under,
        under.map(v -> v.sceneToLocal(event.getSceneX(), event.getSceneY()).getY()).orElse(0.0));
  }

  private Optional<LaneView> viewAt(MouseEvent event) {
    return views.stream()
        .filter(v -> v.contains(v.sceneToLocal(event.getSceneX(), event.getSceneY())))
        .findFirst();
  }
}
