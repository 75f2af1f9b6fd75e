package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.ui.exhibits.ExhibitsView;
import org.palimpsest.app.ui.inspector.InspectorView;
import org.palimpsest.app.ui.lanes.LanesView;
import org.palimpsest.app.ui.ledger.LedgerView;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.evidence.casefile.CaseDescription;

/** One open case: tree, lanes, inspector, ledger. */
final class CaseScreen {
  private final CaseSession session;
  private final LanesView lanes;
  private final SplitPane rows = new SplitPane();
  private final HBox header;

  CaseScreen(
      CaseSession session, Path preferences, Consumer<List<Path>> importFiles, Runnable report) {
    this.session = session;
    lanes = new LanesView(session, preferences);
    Region exhibits = (Region) new ExhibitsView(session, importFiles, lanes::open).node();
    Region inspector = (Region) new InspectorView(session, lanes::open, report).node();
    exhibits.setMinWidth(200);
    exhibits.setPrefWidth(280);
    inspector.setMinWidth(260);
    inspector.setPrefWidth(350);
    SplitPane columns = new SplitPane(exhibits, lanes.node(), inspector);
    columns.setDividerPositions(0.195, 0.757);
    SplitPane.setResizableWithParent(exhibits, false);
    SplitPane.setResizableWithParent(inspector, false);
    Region ledger = (Region) new LedgerView(session).node();
    SplitPane.setResizableWithParent(ledger, false);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getItems().addAll(columns, ledger);
    rows.setDividerPositions(0.745);
    header = buildHeader();
    newest(session.now()).ifPresent(this::show);
    session
        .snapshotProperty()
        .addListener(
            (property, before, now) ->
                newest(now)
                    .filter(id -> !newest(before).equals(Optional.of(id)))
                    .ifPresent(lanes::open));
  }

  CaseSession session() {
    return session;
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

  void stop() {
    lanes.stop();
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
