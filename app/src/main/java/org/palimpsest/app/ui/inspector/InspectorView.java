package org.palimpsest.app.ui.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.palimpsest.app.ui.form.PlainViewport;
import org.palimpsest.app.ui.session.CaseSession;

/** The right column. */
public final class InspectorView {
  private static final double LEAST_HEIGHT = 450;

  private final CaseSession session;
  private final Consumer<String> openLanes;
  private final RestoreForm restoreForm;
  private final CompareForm compareForm;
  private final TitledPane restore;
  private final TitledPane compare;
  private final TitledPane annotations;
  private final VBox content = new VBox(16);
  private final Button open = new Button("Open");
  private final BorderPane root = new BorderPane();

  /**
   * @param openLanes shows the signal of an id
   * @param report asks for a place and issues the report
   * @param annotations what is marked in the open signal
   */
  public InspectorView(
      CaseSession session, Consumer<String> openLanes, Runnable report, Node annotations) {
    this.session = session;
    this.openLanes = openLanes;
    restoreForm = new RestoreForm(new RestoreViewModel(session));
    compareForm = new CompareForm(new CompareViewModel(session));
    restore = section("Restore", restoreForm);
    compare = section("Compare", compareForm);
    compare.setExpanded(false);
    this.annotations = section("Annotations", annotations);
    build(report);
    fill();
    session.snapshotProperty().addListener((property, before, now) -> fill());
    session.selectedProperty().addListener((property, before, now) -> fill());
  }

  public Node node() {
    return root;
  }

  /** Opens the list of annotations, where it leaves room for facts. */
  public void showAnnotations() {
    Platform.runLater(
        () -> {
          if (root.getHeight() > LEAST_HEIGHT) {
            annotations.setExpanded(true);
          }
        });
  }

  private void build(Runnable issue) {
    Label title = new Label("Inspector");
    title.getStyleClass().add("column-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    open.setId("open-lanes");
    open.setOnAction(event -> session.selectedProperty().get().ifPresent(openLanes));
    Button report = new Button("Report…");
    report.setId("report-button");
    report.setDisable(!session.writable());
    report.setOnAction(event -> issue.run());
    HBox header = new HBox(8, title, open, report);
    header.getStyleClass().add("column-header");
    content.setPadding(new Insets(4, 14, 16, 14));
    ScrollPane scroll = new ScrollPane(content);
    PlainViewport.in(scroll);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setTop(header);
    root.setCenter(scroll);
    annotations.setExpanded(false);
    annotations.getStyleClass().add("annotations-section");
    root.setBottom(annotations);
    root.getStyleClass().add("column");
    root.setId("inspector");
  }

  private static TitledPane section(String title, Node form) {
    TitledPane pane = new TitledPane(title, form);
    pane.setAnimated(false);
    pane.getStyleClass().add("action-pane");
    return pane;
  }

  private void fill() {
    content.getChildren().setAll(new FactsPane(FactSheet.of(session)));
    Optional<String> id = session.selectedProperty().get();
    boolean sound = id.isPresent() && session.now().hasSound(id.get());
    open.setDisable(!sound);
    if (sound && session.writable()) {
      restoreForm.forSubject(id.get());
      compareForm.forSubject(id.get());
      boolean restored = id.get().startsWith("R");
      restore.setExpanded(!restored);
      compare.setExpanded(restored);
      content.getChildren().addAll(restored ? compare : restore, restored ? restore : compare);
    }
  }
}
