package org.palimpsest.app.ui.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.palimpsest.app.ui.form.PlainViewport;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Status;
import org.palimpsest.app.ui.session.StatusBadge;
import org.palimpsest.app.ui.session.Verification;

/** The bottom: every entry, newest first, and whether the case was verified. */
public final class LedgerView {
  private static final double LEAST_COLUMN = 48;

  private final CaseSession session;
  private final TableView<LedgerRow> table = new TableView<>();
  private final TextArea details = new TextArea();
  private final Button again = new Button("Run again");
  private final BorderPane root = new BorderPane();

  public LedgerView(CaseSession session) {
    this.session = session;
    build();
    fill();
    session.snapshotProperty().addListener((property, before, now) -> fill());
    session.verification().stateProperty().addListener((property, before, now) -> verified(now));
  }

  public Node node() {
    return root;
  }

  private void build() {
    Label title = new Label("Ledger");
    title.getStyleClass().add("column-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Region icon = new Region();
    icon.getStyleClass().addAll("status-icon", "verification-unknown");
    session
        .verification()
        .stateProperty()
        .addListener(
            (property, before, now) ->
                icon.getStyleClass().set(1, "verification-" + now.name().toLowerCase(Locale.ROOT)));
    Label line = new Label();
    line.setId("verification");
    line.textProperty().bind(session.verification().lineProperty());
    Hyperlink more = new Hyperlink("Details");
    more.setOnAction(event -> showVerification());
    Button verify = new Button("Verify now");
    verify.setId("verify-button");
    verify.setOnAction(event -> session.verify());
    verify
        .disableProperty()
        .bind(session.verification().stateProperty().isEqualTo(Verification.State.RUNNING));
    again.setId("run-again");
    again.setTooltip(
        new Tooltip("Run the chosen step again and compare what comes out, byte for byte"));
    again.setDisable(true);
    again.setOnAction(event -> runAgain());
    HBox header = new HBox(8, title, space, again, icon, line, more, verify);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("column-header");
    table.setId("ledger");
    table.setAccessibleText("Ledger entries, newest first");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("#", 48, row -> Long.toString(row.seq())));
    table.getColumns().add(column("Time", 160, LedgerRow::time));
    table.getColumns().add(column("Kind", 150, LedgerRow::kind));
    table.getColumns().add(column("What", 330, LedgerRow::what));
    table.getColumns().add(outcomes());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, row) -> showEntry(row));
    PlainViewport.in(details);
    details.setEditable(false);
    details.setWrapText(true); // hashes are longer than the pane
    details.setId("entry-json");
    details.getStyleClass().add("mono");
    details.setAccessibleText("The whole entry");
    details.setPromptText("Choose an entry to read all of it");
    SplitPane split = new SplitPane(table, details);
    split.setDividerPositions(0.62);
    root.setTop(header);
    root.setCenter(split);
    root.getStyleClass().add("column");
    root.setMinHeight(80);
  }

  private static TableColumn<LedgerRow, String> column(
      String name, double width, Function<LedgerRow, String> value) {
    TableColumn<LedgerRow, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST_COLUMN));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private static TableColumn<LedgerRow, Optional<Status>> outcomes() {
    TableColumn<LedgerRow, Optional<Status>> column = new TableColumn<>("Outcome");
    column.setPrefWidth(130);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().outcome()));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              @Override
              protected void updateItem(Optional<Status> status, boolean empty) {
                super.updateItem(status, empty);
                setGraphic(empty || status.isEmpty() ? null : new StatusBadge(status.get()));
              }
            });
    return column;
  }

  private void fill() {
    table
        .getItems()
        .setAll(LedgerRow.of(session.now().entries(), session.file().description().timeZone()));
    table.scrollTo(0);
  }

  private void runAgain() {
    LedgerRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      session.steps().runAgain(row.entry());
    }
  }

  private void showEntry(LedgerRow row) {
    again.setDisable(row == null || !session.steps().replayable(row.seq()));
    if (row != null) {
      details.setText(row.json());
      row.entry().body().find("id").ifPresent(id -> select(row));
    }
  }

  private void select(LedgerRow row) {
    String id = row.entry().body().string("id");
    if (!id.startsWith("P")) {
      session.selectedProperty().set(Optional.of(id));
    }
  }

  private void verified(Verification.State state) {
    if (state == Verification.State.FINDINGS) {
      showVerification();
    }
  }

  private void showVerification() {
    table.getSelectionModel().clearSelection();
    details.setText(session.verification().details());
  }
}
