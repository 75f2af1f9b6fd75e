package org.palimpsest.app.ui.progress;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.palimpsest.app.task.BackgroundTask;

/** One running task: what, stage, bar, time left, cancel. */
final class TaskRow extends HBox {
  private final BackgroundTask task;

  TaskRow(BackgroundTask task) {
    super(10);
    this.task = task;
    Label title = new Label(task.title());
    title.getStyleClass().add("task-title");
    title.setMinWidth(160);
    Label stage = new Label();
    stage.textProperty().bind(task.stageProperty());
    stage.setMinWidth(120);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(task.fractionProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress of " + task.title());
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label left = new Label();
    left.textProperty().bind(task.remainingProperty());
    left.setMinWidth(130);
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-task");
    cancel.setAccessibleText("Cancel " + task.title());
    cancel.setOnAction(
        event -> {
          cancel.setDisable(true);
          task.cancel();
        });
    getChildren().addAll(title, stage, bar, left, cancel);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("task-row");
  }

  BackgroundTask task() {
    return task;
  }
}
