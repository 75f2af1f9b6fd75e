package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.ui.annotations.AnnotationsState;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;

/** Which signal is marked, and buttons for what the keys do. */
final class AnnotationBar {
  private static final String APART =
      "Annotations and the view have a history each; the view's is Alt+Left and Alt+Right";

  private final ObservableList<Lane> lanes;
  private final AnnotationsViewModel model;
  private final ComboBox<String> signal = new ComboBox<>();
  private final FlowPane root;

  AnnotationBar(
      ObservableList<Lane> lanes,
      AnnotationsViewModel model,
      AnnotationKeys keys,
      TimeAxis axis,
      ViewHistory views) {
    this.lanes = lanes;
    this.model = model;
    signal.setId("annotated-signal");
    signal.setAccessibleText("Signal that is annotated");
    signal.setTooltip(new Tooltip("Which of the open signals is annotated"));
    signal.valueProperty().addListener((property, before, id) -> target(id));
    lanes.addListener((ListChangeListener<Lane>) change -> fill());
    BooleanBinding readOnly = not(AnnotationsState::writable);
    BooleanBinding noRange =
        readOnly.or(
            Bindings.createBooleanBinding(
                () -> axis.selectionProperty().get().isEmpty(), axis.selectionProperty()));
    Label title = new Label("Annotate");
    title.getStyleClass().add("muted");
    Button undo = button("annotation-undo", "Undo", model::undo, not(s -> s.undo().isPresent()));
    Button redo = button("annotation-redo", "Redo", model::redo, not(s -> s.redo().isPresent()));
    model
        .stateProperty()
        .addListener(
            (property, before, now) -> {
              why(undo, "Take back" + said(now.undo()) + " (Ctrl+Z). " + APART);
              why(redo, "Do again" + said(now.redo()) + " (Ctrl+Shift+Z). " + APART);
            });
    Button point = button("annotate-point", "Point", keys::point, readOnly);
    why(point, "Mark the cursor (M)");
    Button region = button("annotate-region", "Region", keys::region, noRange);
    why(region, "Mark the selection (R)");
    Button box = button("annotate-box", "Box…", keys::box, noRange);
    why(box, "Mark the selection within a range of frequencies (B)");
    Button back = button("view-back", "◂ View", views::back, views.backProperty().not());
    why(back, "Look where you looked before (Alt+Left); annotations stay as they are");
    Button forward =
        button("view-forward", "View ▸", views::forward, views.forwardProperty().not());
    why(forward, "Look again where you went back from (Alt+Right)");
    root = new FlowPane(6, 4, title, signal, point, region, box, undo, redo, back, forward);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().add("annotation-bar");
    fill();
  }

  Node node() {
    return root;
  }

  void choose(String id) {
    if (signal.getItems().contains(id)) {
      signal.setValue(id);
    }
  }

  private BooleanBinding not(Predicate<AnnotationsState> holds) {
    return Bindings.createBooleanBinding(() -> !holds.test(model.now()), model.stateProperty());
  }

  private void fill() {
    String before = signal.getValue();
    signal
        .getItems()
        .setAll(
            lanes.stream()
                .filter(lane -> lane.kind() != Lane.Kind.PERTURBATION)
                .map(Lane::id)
                .toList());
    signal.setDisable(signal.getItems().isEmpty());
    if (signal.getItems().isEmpty()) {
      signal.setValue(null);
    } else {
      signal.setValue(signal.getItems().contains(before) ? before : signal.getItems().get(0));
    }
  }

  private void target(String id) {
    lanes.stream()
        .filter(lane -> lane.id().equals(id))
        .findFirst()
        .ifPresentOrElse(lane -> model.target(id, lane.clip().length()), model::close);
  }

  private static String said(Optional<String> title) {
    return title.map(words -> ": " + words).orElse("");
  }

  private static void why(Button button, String words) {
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
  }

  private static Button button(
      String id, String text, Runnable action, ObservableValue<Boolean> disabled) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(disabled);
    button.setOnAction(event -> action.run());
    why(button, text);
    return button;
  }
}
