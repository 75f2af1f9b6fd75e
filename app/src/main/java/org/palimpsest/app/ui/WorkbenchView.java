package org.palimpsest.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.app.casework.InstalledPackages;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.task.BackgroundTask;
import org.palimpsest.app.task.BackgroundTasks;
import org.palimpsest.app.ui.form.FileDrop;
import org.palimpsest.app.ui.packages.PackagesView;
import org.palimpsest.app.ui.progress.ProgressView;
import org.palimpsest.app.ui.review.ReleaseView;
import org.palimpsest.app.ui.review.ReviewView;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.start.CaseDoor;
import org.palimpsest.app.ui.start.StartView;
import org.palimpsest.app.ui.state.CaseState;
import org.palimpsest.app.ui.state.StateFolder;
import org.palimpsest.evidence.casefile.CaseException;

/** All that is in the window: the start screen or one case, and the foot with progress. */
final class WorkbenchView {
  private final BackgroundTasks tasks;
  private final StateFolder states;
  private final Path preferences;
  private final InstalledPackages packages;
  private final Commands commands;
  private final VBox top = new VBox();
  private final BorderPane root = new BorderPane();
  private final KeyboardHelp help = new KeyboardHelp();
  private final StackPane whole = new StackPane();
  private final IncomingFiles incoming;
  private StartView start;
  private Optional<CaseScreen> screen = Optional.empty();
  private Optional<CaseState> kept = Optional.empty();

  /**
   * @param preferences folder of what this user likes
   */
  WorkbenchView(
      BackgroundTasks tasks,
      InstalledPackages packages,
      Path preferences,
      StateFolder states,
      Commands.Settings settings) {
    this.tasks = tasks;
    this.packages = packages;
    this.preferences = preferences;
    this.states = states;
    this.commands = new Commands(this, settings);
    incoming =
        new IncomingFiles(
            () -> screen.map(CaseScreen::session),
            place -> start.open(place),
            tasks.errors(),
            this::window);
    FileDrop.on(root, incoming::wanted, incoming::take);
    root.getStyleClass().add("workbench");
    whole.getChildren().setAll(root, help.node());
    root.setTop(top);
    root.setBottom(new ProgressView(tasks).node());
    top.getChildren().add(commands.menuBar());
  }

  Parent node() {
    return whole;
  }

  KeyboardHelp help() {
    return help;
  }

  void startWith(CaseDoor door) {
    start = new StartView(door);
    showStart();
  }

  Optional<CaseScreen> screen() {
    return screen;
  }

  /** Shows a case; the one before is closed. */
  void show(CaseSession session) {
    whenIdle(
        () -> {
          closeFile();
          CaseScreen next =
              new CaseScreen(
                  session,
                  preferences,
                  this::importFiles,
                  incoming::take,
                  this::issueReport,
                  states.ofCase(session.file().caseId()));
          screen = Optional.of(next);
          top.getChildren().setAll(commands.menuBar(), next.header());
          root.setCenter(next.node());
          commands.caseChanged();
        });
  }

  /** Keeps how the open case stands. */
  void keepState() {
    screen.ifPresent(
        open -> {
          CaseState now = open.state();
          if (!kept.equals(Optional.of(now))) {
            states.keep(open.session().file().caseId(), now);
            kept = Optional.of(now);
          }
        });
  }

  void newCase() {
    start.newCase(window());
  }

  void openCase() {
    start.chooseCase(window());
  }

  void openBundle() {
    start.chooseBundle(window());
  }

  /** Closes the case once its work has stopped, then does {@code then}. */
  void closeCase(Runnable then) {
    tasks.cancelAll();
    whenIdle(
        () -> {
          closeFile();
          showStart();
          then.run();
        });
  }

  void showPackages() {
    new PackagesView(packages, tasks).show(window());
  }

  void issueReport() {
    screen.ifPresent(open -> new ReportView(open.session()).show(window()));
  }

  void signReview() {
    screen.ifPresent(
        open ->
            new ReviewView(open.session().reviews(), new AskingPasswords(Passwords.NONE, window()))
                .show(window()));
  }

  void takeInReview() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A signed review");
    File chosen = chooser.showOpenDialog(window());
    screen
        .filter(open -> chosen != null)
        .ifPresent(open -> open.session().reviews().receive(chosen.toPath()));
  }

  void releaseReport() {
    screen.ifPresent(open -> new ReleaseView(open.session().reviews()).show(window()));
  }

  void importFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Recordings to import");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Recordings", patterns()),
            new FileChooser.ExtensionFilter("All files", "*"));
    List<File> picked = chooser.showOpenMultipleDialog(window());
    if (picked != null) {
      incoming.take(picked.stream().map(File::toPath).toList());
    }
  }

  private static List<String> patterns() {
    return RecordingReader.ENDINGS.stream()
        .flatMap(e -> Stream.of("*." + e, "*." + e.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private void showStart() {
    top.getChildren().setAll(commands.menuBar());
    root.setCenter(start.node());
    commands.caseChanged();
  }

  private void closeFile() {
    keepState();
    kept = Optional.empty();
    screen.ifPresent(
        open -> {
          open.stop();
          try {
            open.session().close();
          } catch (CaseException e) {
            tasks.errors().add("Closing the case", e);
          }
        });
    screen = Optional.empty();
  }

  private void whenIdle(Runnable action) {
    if (tasks.running().isEmpty()) {
      action.run();
      return;
    }
    tasks
        .running()
        .addListener(
            new ListChangeListener<BackgroundTask>() {
              @Override
              public void onChanged(Change<? extends BackgroundTask> change) {
                if (tasks.running().isEmpty()) {
                  tasks.running().removeListener(this);
                  action.run();
                }
              }
            });
  }

  private Window window() {
    return root.getScene().getWindow();
  }
}
