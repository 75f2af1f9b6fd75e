package org.palimpsest.app.ui.lanes;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.palimpsest.app.ui.state.LanesState;
import org.palimpsest.app.ui.state.RecordJson;

/** What is open and how it is seen, to be kept and to be shown again. */
final class LanesMemory {
  private final LanesViewModel model;
  private final LaneMarks marks;
  private String open = "";
  private Optional<LanesState> returning = Optional.empty();

  LanesMemory(LanesViewModel model, LaneMarks marks) {
    this.model = model;
    this.marks = marks;
    model.lanes().addListener((ListChangeListener<Lane>) change -> look());
  }

  void opened(String id) {
    open = id;
    returning = Optional.empty();
  }

  /** Shows again what was kept, as soon as it is there. */
  void reopen(LanesState state) {
    model.differenceProperty().set(state.difference());
    model.originalProperty().set(state.original());
    open = state.open();
    returning = Optional.of(state);
    model.open(state.open());
  }

  /** Empty while nothing is shown. */
  Optional<LanesState> state() {
    if (returning.isPresent()) {
      return returning; // it is still being read
    }
    if (model.lanes().isEmpty()) {
      return Optional.empty();
    }
    TimeAxis.View view = model.axis().view();
    return Optional.of(
        new LanesState(
            open,
            model.differenceProperty().get(),
            model.originalProperty().get(),
            view.start(),
            view.scale(),
            view.all(),
            view.cursor(),
            view.selection(),
            RecordJson.of(model.settingsProperty().get()),
            marks.annotated()));
  }

  private void look() {
    if (returning.isEmpty() || !model.loaded() || model.lanes().isEmpty()) {
      return;
    }
    LanesState state = returning.get();
    returning = Optional.empty();
    model
        .axis()
        .look(
            new TimeAxis.View(
                state.start(), state.scale(), state.all(), state.cursor(), state.selection()));
    marks.annotate(state.annotated());
    marks.restart();
  }
}
