package org.palimpsest.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.start.CaseDoor;
import org.palimpsest.app.ui.start.DemoMaker;
import org.palimpsest.app.ui.state.Look;
import org.palimpsest.app.ui.state.StateFolder;
import org.palimpsest.app.ui.state.WindowState;

/** The stage with its scene. */
final class WorkbenchStage {
  static final double WIDTH = 1440;
  static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;
  private static final Duration KEPT_EVERY = Duration.seconds(10);

  private final Stage stage;
  private final BackgroundTasks tasks;
  private final WorkbenchView view;
  private final CaseDoor door;
  private final Theme theme;
  private final StateFolder states;
  private final Timeline keeper;
  private WindowState state;

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
    this(
        stage,
        workbench,
        passwords,
        demo,
        preferences,
        tasks,
        StateFolder.in(
            workbench.userData().resolve("window"), line -> tasks.errors().addLine(line)),
        closed);
  }

  /**
   * @param preferences folder of what this user likes
   * @param states where the window's state is kept
   * @param closed gets the exit status
   */
  WorkbenchStage(
      Stage stage,
      Workbench workbench,
      Passwords passwords,
      Optional<DemoMaker> demo,
      Path preferences,
      BackgroundTasks tasks,
      StateFolder states,
      IntConsumer closed) {
    this.stage = stage;
    this.tasks = tasks;
    this.states = states;
    state = states.window();
    theme = new Theme(state.look());
    theme.lookProperty().addListener((property, before, now) -> keep(state.withLook(now)));
    view =
        new WorkbenchView(
            tasks,
            workbench.installedPackages(),
            preferences,
            states,
            new Commands.Settings(
                theme.lookProperty(),
                state.scalePercent(),
                percent -> keep(state.withScale(percent)),
                () -> close(closed)));
    door =
        new CaseDoor(workbench, new AskingPasswords(passwords, stage), tasks, demo, this::opened);
    Scene scene = new Scene(view.node(), WIDTH, HEIGHT);
    theme.dress(scene);
    view.startWith(door);
    stage.setScene(scene);
    stage.setTitle("Palimpsest");
    view.help().listenIn(scene);
    keeper = new Timeline(new KeyFrame(KEPT_EVERY, event -> view.keepState()));
    keeper.setCycleCount(Animation.INDEFINITE);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close(closed);
        });
  }

  void show() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean first = state.width() < 1;
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth())); // at 200 % a screen is small
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(first ? WIDTH : state.width(), screen.getWidth()));
    stage.setHeight(Math.min(first ? HEIGHT : state.height(), screen.getHeight()));
    stage.setMaximized(state.maximized());
    stage.show();
    keeper.play();
  }

  /** Opens the case again that was open when the window was closed; one that is gone is named. */
  void openLast() {
    state
        .openCase()
        .ifPresent(
            folder -> {
              if (Files.exists(folder)) {
                door.open(folder);
              } else {
                tasks
                    .errors()
                    .addLine(folder + ": the case that was open last is not there any more");
              }
            });
  }

  /** Puts on a theme. */
  void wear(Look look) {
    theme.lookProperty().set(look);
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
    keep(
        state
            .withCase(view.screen().map(open -> open.session().file().folder()))
            .withSize(stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    keeper.stop();
    view.closeCase(
        () -> {
          stage.hide();
          closed.accept(0);
        });
  }

  private void opened(CaseSession session) {
    stage.setTitle(session.file().description().title() + " – Palimpsest");
    view.show(session);
    keep(state.withCase(Optional.of(session.file().folder())));
  }

  private void keep(WindowState now) {
    if (!now.equals(state)) {
      state = now;
      states.keep(now);
    }
  }
}
