package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.ui.annotations.AnnotationsPane;
import org.palimpsest.app.ui.annotations.AnnotationsViewModel;
import org.palimpsest.app.ui.exhibits.ExhibitsView;
import org.palimpsest.app.ui.inspector.InspectorView;
import org.palimpsest.app.ui.lanes.LanesView;
import org.palimpsest.app.ui.ledger.LedgerView;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.state.CaseState;
import org.palimpsest.app.ui.state.LanesState;
import org.palimpsest.evidence.casefile.CaseDescription;

/** One open case: tree, lanes, inspector, ledger. */
final class CaseScreen {
  private static final double LOW = 700; // at 200 % a screen can have 540 units

  private final CaseSession session;
  private final AnnotationsViewModel annotations;
  private final LanesView lanes;
  private final SplitPane columns = new SplitPane();
  private final SplitPane rows = new SplitPane();
  private final Places places;
  private final HBox header;

  /**
   * @param preferences folder of what this user likes
   * @param before how the case stood when it was open last
   */
  CaseScreen(
      CaseSession session,
      Path preferences,
      Runnable importFiles,
      Consumer<List<Path>> pasted,
      Runnable report,
      Optional<CaseState> before) {
    this.session = session;
    annotations = new AnnotationsViewModel(session.annotations(), session.tasks().errors());
    lanes = new LanesView(session, annotations, preferences, before.flatMap(CaseState::lanes));
    Region exhibits = (Region) new ExhibitsView(session, importFiles, pasted, lanes::open).node();
    InspectorView right =
        new InspectorView(
            session, lanes::open, report, new AnnotationsPane(annotations, lanes.marks()::show));
    Region inspector = (Region) right.node();
    annotations
        .stateProperty()
        .addListener(
            (property, then, now) -> {
              if (then.all().isEmpty() && !now.all().isEmpty()) {
                right.showAnnotations();
              }
            });
    exhibits.setMinWidth(200);
    exhibits.setPrefWidth(280);
    inspector.setMinWidth(260);
    inspector.setPrefWidth(350);
    columns.getItems().addAll(exhibits, lanes.node(), inspector);
    divide(columns, before.map(CaseState::columns), 0.195, 0.757);
    SplitPane.setResizableWithParent(exhibits, false);
    SplitPane.setResizableWithParent(inspector, false);
    Region ledger = (Region) new LedgerView(session).node();
    SplitPane.setResizableWithParent(ledger, false);
    places =
        new Places(
            List.of(exhibits, lanes.node(), inspector, ledger),
            List.of("#case-tree", "#lane-stack", "#open-lanes", "#ledger"));
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().addAll(columns, ledger);
    boolean low = Screen.getPrimary().getVisualBounds().getHeight() < LOW;
    divide(rows, before.map(CaseState::rows), low ? 0.9 : 0.77);
    before.ifPresent(this::divideAgain);
    header = buildHeader();
    restore(before);
    session
        .snapshotProperty()
        .addListener(
            (property, then, now) ->
                newest(now)
                    .filter(id -> !newest(then).equals(Optional.of(id)))
                    .ifPresent(lanes::open));
  }

  CaseSession session() {
    return session;
  }

  AnnotationsViewModel annotations() {
    return annotations;
  }

  Places places() {
    return places;
  }

  LanesView lanes() {
    return lanes;
  }

  Node node() {
    return rows;
  }

  Node header() {
    return header;
  }

  /** Enters the annotations in the ledger, if it does not have them. */
  void enterAnnotations() {
    if (annotations.now().enterable()) {
      annotations.enter();
    }
  }

  void stop() {
    lanes.stop();
    annotations.close();
  }

  /** How it stands, to be kept. */
  CaseState state() {
    return new CaseState(
        lanes.state(), session.selectedProperty().get().orElse(""), shares(columns), shares(rows));
  }

  private static List<Double> shares(SplitPane pane) {
    return Arrays.stream(pane.getDividerPositions()).boxed().toList();
  }

  private static void divide(SplitPane pane, Optional<List<Double>> kept, double... standard) {
    double[] shares =
        kept.filter(all -> all.size() == standard.length)
            .filter(all -> all.stream().allMatch(share -> share > 0 && share < 1))
            .map(all -> all.stream().mapToDouble(Double::doubleValue).toArray())
            .orElse(standard);
    pane.setDividerPositions(shares);
  }

  /** Shares mean something only once there is a width to share. */
  private void divideAgain(CaseState kept) {
    columns
        .widthProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Number> width, Number then, Number now) {
                width.removeListener(this);
                Platform.runLater(
                    () -> {
                      divide(columns, Optional.of(kept.columns()), columns.getDividerPositions());
                      divide(rows, Optional.of(kept.rows()), rows.getDividerPositions());
                    });
              }
            });
  }

  private void restore(Optional<CaseState> before) {
    Optional<LanesState> seen =
        before.flatMap(CaseState::lanes).filter(state -> session.now().hasSound(state.open()));
    if (seen.isEmpty()) {
      newest(session.now()).ifPresent(this::show);
      return;
    }
    String chosen = before.map(CaseState::selected).orElse("");
    session.selectedProperty().set(chosen.isEmpty() ? Optional.empty() : Optional.of(chosen));
    lanes.reopen(seen.get());
  }

  private void show(String id) {
    session.selectedProperty().set(Optional.of(id));
    lanes.open(id);
  }

  private static Optional<String> newest(CaseSession.Snapshot snapshot) {
    return snapshot.view().restorations().stream()
        .filter(StepView::completed)
        .map(StepView::id)
        .reduce((first, second) -> second);
  }

  private HBox buildHeader() {
    CaseDescription about = session.file().description();
    Label title = new Label(about.title());
    title.getStyleClass().add("case-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label authority = new Label(about.authority() + "  ·  " + about.examiner());
    authority.getStyleClass().add("muted");
    HBox box = new HBox(14, title, authority);
    if (!session.writable()) {
      Label badge = new Label("READ-ONLY");
      badge.getStyleClass().add("read-only");
      badge.setId("read-only");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      String why = session.notForWriting().orElse("opened to look at it only");
      badge.setTooltip(new Tooltip(why));
      Label reason = new Label(why);
      reason.getStyleClass().add("muted");
      reason.setTooltip(new Tooltip(why));
      box.getChildren().addAll(badge, reason);
    }
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("case-header");
    return box;
  }
}
