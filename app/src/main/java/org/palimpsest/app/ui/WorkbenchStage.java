package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.start.CaseDoor;
import org.palimpsest.app.ui.start.DemoMaker;

/** The stage with its scene. */
final class WorkbenchStage {
  static final double WIDTH = 1440;
  static final double HEIGHT = 900;

  private final Stage stage;
  private final BackgroundTasks tasks;
  private final WorkbenchView view;
  private final CaseDoor door;
  private final Theme theme = new Theme(); // a bidirectional binding does not keep it

  WorkbenchStage(
      Workbench workbench,
      Passwords passwords,
      Optional<DemoMaker> demo,
      Path preferences,
      BackgroundTasks tasks,
      IntConsumer closed) {
    this(new Stage(), workbench, passwords, demo, preferences, tasks, closed);
  }

  /**
   * @param preferences folder of what this user likes
   * @param closed gets the exit status
   */
  WorkbenchStage(
      Stage stage,
      Workbench workbench,
      Passwords passwords,
      Optional<DemoMaker> demo,
      Path preferences,
      BackgroundTasks tasks,
      IntConsumer closed) {
    this.stage = stage;
    this.tasks = tasks;
    view = new WorkbenchView(tasks, preferences, theme, () -> close(closed));
    door =
        new CaseDoor(workbench, new AskingPasswords(passwords, stage), tasks, demo, this::opened);
    Scene scene = new Scene(view.node(), WIDTH, HEIGHT);
    theme.dress(scene);
    view.startWith(door);
    stage.setScene(scene);
    stage.setTitle("Palimpsest");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close(closed);
        });
  }

  void show() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    stage.show();
  }

  void openCase(Path folder) {
    door.open(folder);
  }

  WorkbenchView view() {
    return view;
  }

  BackgroundTasks tasks() {
    return tasks;
  }

  Scene scene() {
    return stage.getScene();
  }

  void close(IntConsumer closed) {
    view.closeCase(
        () -> {
          stage.hide();
          closed.accept(0);
        });
  }

  private void opened(CaseSession session) {
    stage.setTitle(session.file().description().title() + " – Palimpsest");
    view.show(session);
  }
}
