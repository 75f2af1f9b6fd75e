package org.palimpsest.app.ui.progress;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.task.ErrorNote;
import org.palimpsest.app.ui.form.Callout;

/** The foot of the window: running tasks, and the one place for errors. */
public final class ProgressView {
  private final BackgroundTasks tasks;
  private final VBox rows = new VBox();
  private final HBox error = new HBox(10);
  private final Label words = new Label();
  private final Label code = new Label();
  private final VBox root = new VBox(rows, error);

  public ProgressView(BackgroundTasks tasks) {
    this.tasks = tasks;
    build();
    tasks.running().addListener((ListChangeListener<BackgroundTask>) change -> showTasks());
    tasks.errors().notes().addListener((ListChangeListener<ErrorNote>) change -> showNewest());
    showTasks();
    showNewest();
  }

  public Node node() {
    return root;
  }

  private void build() {
    root.getStyleClass().add("foot");
    rows.getStyleClass().add("task-rows");
    Region icon = new Region();
    icon.getStyleClass().addAll("status-icon", "status-failed");
    code.getStyleClass().add("error-code");
    code.setMinWidth(Region.USE_PREF_SIZE);
    words.setId("error-words");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button details = new Button("Details");
    details.setMinWidth(Region.USE_PREF_SIZE);
    details.setOnAction(event -> showDetails(details));
    Button dismiss = new Button("Dismiss");
    dismiss.setMinWidth(Region.USE_PREF_SIZE);
    dismiss.setOnAction(event -> tasks.errors().clear());
    error.getChildren().addAll(icon, code, words, details, dismiss);
    error.setAlignment(Pos.CENTER_LEFT);
    error.getStyleClass().add("error-area");
    error.managedProperty().bind(error.visibleProperty());
    rows.managedProperty().bind(rows.visibleProperty());
  }

  private void showTasks() {
    rows.getChildren()
        .removeIf(row -> row instanceof TaskRow known && !tasks.running().contains(known.task()));
    List<BackgroundTask> shown =
        rows.getChildren().stream().map(row -> ((TaskRow) row).task()).toList();
    tasks.running().stream()
        .filter(task -> !shown.contains(task))
        .forEach(task -> rows.getChildren().add(new TaskRow(task)));
    rows.setVisible(!tasks.running().isEmpty());
  }

  private void showNewest() {
    List<ErrorNote> notes = tasks.errors().notes();
    error.setVisible(!notes.isEmpty());
    if (!notes.isEmpty()) {
      ErrorNote newest = notes.get(0);
      String more = notes.size() > 1 ? "   (+" + (notes.size() - 1) + " earlier)" : "";
      code.setText(newest.code());
      words.setText(newest.doing() + ": " + newest.words() + more);
      error.setAccessibleText("Error " + newest.code() + ", " + words.getText());
    }
  }

  private void showDetails(Node from) {
    String text =
        String.join("\n\n", tasks.errors().notes().stream().map(ErrorNote::toClipboard).toList());
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.getStyleClass().add("mono");
    area.setPrefSize(640, 300);
    Button copy = new Button("Copy");
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
    VBox box = new VBox(10, area, copy);
    new Callout("Errors", box, from, PopOver.ArrowLocation.BOTTOM_RIGHT);
  }
}
