package org.palimpsest.app.ui.lanes;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.figure.TrackKind;
import org.palimpsest.app.picture.PresetFile;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.state.LanesState;
import org.palimpsest.app.ui.state.RecordJson;

/** The middle: the open signals, how they are shown, and listening to them. */
public final class LanesView {
  private final CaseSession session;
  private final LanesViewModel model;
  private final SpectrogramControls spectrogram;
  private final LaneExport export;
  private final LaneSound sound;
  private final LaneStack stack;
  private final BorderPane root = new BorderPane();
  private final LaneMarks marks;
  private final LanesMemory memory;

  /**
   * @param annotations what is marked in the open signals
   * @param preferences folder of this user's presets
   * @param before how the lanes were drawn when the case was open last
   */
  public LanesView(
      CaseSession session,
      AnnotationsViewModel annotations,
      Path preferences,
      Optional<LanesState> before) {
    this.session = session;
    model = new LanesViewModel(session);
    before.ifPresent(
        state ->
            model
                .settingsProperty()
                .set(RecordJson.read(state.spectrogram(), model.settingsProperty().get())));
    export = new LaneExport(model, session);
    spectrogram =
        new SpectrogramControls(
            model.settingsProperty(),
            new SpectrogramPresets(new PresetFile(preferences), session.tasks()));
    sound = new LaneSound(model, session);
    stack = new LaneStack(model, session.tasks(), sound::toggle);
    marks = new LaneMarks(model, annotations, stack);
    memory = new LanesMemory(model, marks);
    build();
  }

  public Node node() {
    return root;
  }

  /** Shows the signal of an exhibit or restoration, with what belongs to it. */
  public void open(String id) {
    memory.opened(id);
    model.open(id);
  }

  /** Shows what was open, as it was seen. */
  public void reopen(LanesState state) {
    memory.reopen(state);
  }

  /** What is open and how it is seen; empty where nothing is. */
  public Optional<LanesState> state() {
    return memory.state();
  }

  /** The ways to mark and to look back. */
  public LaneMarks marks() {
    return marks;
  }

  /** Asks for a file and writes what is seen as a figure. */
  public void exportFigure() {
    if (export.possible()) {
      export.chooseLanes(root.getScene().getWindow());
    }
  }

  /** Writes what is seen as a figure: PDF, or PNG where the name ends so. */
  public BackgroundTask exportFigure(Path out) {
    return export.writeLanes(out);
  }

  /** Shows the long-term spectra of the selection, or of everything, in a window of its own. */
  public void showLongTermSpectrum() {
    if (export.possible()) {
      export.showLtas(root.getScene().getWindow());
    }
  }

  /** Begins a blind test of what was received and what was restored. */
  public void beginBlindTest() {
    sound.beginBlindTest();
  }

  /** Whether everything that is open is fully drawn. */
  public boolean drawn() {
    return stack.drawn();
  }

  /** Ends listening and reading. */
  public void stop() {
    model.stop();
    sound.stop();
  }

  private void build() {
    Label title = new Label("Signals");
    title.getStyleClass().add("column-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Button settings = spectrogram.button();
    stack.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.S && !event.isShortcutDown()) {
            settings.fire();
          }
        });
    Button ltas =
        button("ltas-button", "LTAS…", "Long-term spectrum (Ctrl+T)", this::showLongTermSpectrum);
    Button figure =
        button("figure-button", "Figure…", "Export a figure (Ctrl+E)", this::exportFigure);
    ltas.disableProperty().bind(Bindings.isEmpty(model.lanes()));
    figure.disableProperty().bind(Bindings.isEmpty(model.lanes()));
    FlowPane tools =
        new FlowPane(
            8,
            4,
            new TrackMenu(model).node(),
            ltas,
            figure,
            button("zoom-out", "−", "Zoom out (−)", this::zoomOut),
            button("zoom-in", "+", "Zoom in (+)", this::zoomIn),
            button("fit", "Fit", "Show everything (Ctrl+0)", model.axis()::fit),
            settings);
    tools.getChildren().addAll(0, new LaneToggles(model).nodes());
    tools.setAlignment(Pos.CENTER_RIGHT); // two rows where the window is narrow
    tools.setMinWidth(0);
    HBox.setHgrow(tools, Priority.ALWAYS);
    HBox header = new HBox(8, title, tools);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().addAll("column-header", "lanes-header");
    Label empty = new Label();
    empty
        .textProperty()
        .bind(Bindings.createStringBinding(this::whatToDo, session.snapshotProperty()));
    empty.getStyleClass().add("empty-words");
    empty
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.lanes().isEmpty() && model.arrivingProperty().get().isEmpty(),
                model.lanes(),
                model.arrivingProperty()));
    StackPane middle = new StackPane(stack, marks.overlay(), empty);
    middle.getStyleClass().add("lanes");
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    Label readOut = new Label();
    readOut.setId("read-out");
    readOut.textProperty().bind(stack.readOut().placeProperty());
    readOut.getStyleClass().addAll("mono", "read-out");
    Label measured = new Label();
    measured.setId("measured");
    measured.textProperty().bind(stack.readOut().measuredProperty());
    measured.getStyleClass().addAll("mono", "read-out");
    measured
        .managedProperty()
        .bind(Bindings.createBooleanBinding(this::measuring, model.tracksProperty()));
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    readOut.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(3, new HBox(10, readOut, between, sound.why()), measured);
    words.getStyleClass().add("read-outs");
    HBox foot = new HBox(10, sound.node());
    HBox.setHgrow(sound.node(), Priority.ALWAYS);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("lanes-foot");
    root.setTop(header);
    root.setCenter(new VBox(marks.bar(), new OverviewStrip(model), middle, marks.strip(), words));
    root.addEventHandler(KeyEvent.KEY_PRESSED, marks.keys()::pressed);
    root.setBottom(foot);
    root.getStyleClass().add("column");
    root.setMinWidth(360);
  }

  private String whatToDo() {
    return session.now().view().exhibits().isEmpty()
        ? "Drop recordings on the window,\nor press Import on the left."
        : "Double-click a recording or restoration on the left,\n"
            + "or press Open in the inspector.";
  }

  private boolean measuring() {
    return model.tracksProperty().get().stream().anyMatch(TrackKind::measured);
  }

  private void zoomIn() {
    model.axis().zoomIn(model.axis().span().width() / 2);
  }

  private void zoomOut() {
    model.axis().zoomOut(model.axis().span().width() / 2);
  }

  private static Button button(String id, String text, String why, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(why));
    button.setAccessibleText(why);
    button.setOnAction(event -> action.run());
    return button;
  }
}
