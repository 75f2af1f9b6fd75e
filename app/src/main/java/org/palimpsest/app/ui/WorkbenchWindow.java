package org.palimpsest.app.ui;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.task.WindowExecutors;
import org.palimpsest.app.ui.start.DemoMaker;
import org.palimpsest.app.ui.state.Look;
import org.palimpsest.app.ui.state.StateFolder;

/** The door to the window. */
public final class WorkbenchWindow {
  private static final int NO_WINDOW = 2;

  private WorkbenchWindow() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param caseFolder opened at once; without one, what was open last
   * @param demo offered on the start screen
   * @return exit status: 2 where no window can be opened
   */
  public static int open(
      Workbench workbench,
      Passwords passwords,
      Optional<Path> caseFolder,
      Optional<DemoMaker> demo,
      PrintStream err) {
    StateFolder states = StateFolder.in(workbench.userData().resolve("window"), line -> {});
    return run(
        err,
        states.window().scalePercent(),
        (executors, closed) -> {
          WorkbenchStage stage =
              new WorkbenchStage(
                  new Stage(),
                  workbench,
                  passwords,
                  demo,
                  UserConfigFolder.ofThisUser(),
                  executors.tasks(Clock.systemUTC()),
                  closed::complete);
          stage.show();
          caseFolder.ifPresentOrElse(stage::openCase, stage::openLast);
        });
  }

  /**
   * Takes a picture of the window on a case, with its first restoration opened.
   *
   * @param look the theme
   * @param pngFile what is written
   * @return exit status: 0 only if the window was there and its picture was written
   */
  public static int picture(
      Workbench workbench, Path caseFolder, Look look, Path pngFile, PrintStream err) {
    return pictures(
        workbench,
        caseFolder,
        100,
        err,
        stage -> {
          stage.wear(look);
          return List.of(ScreenTour.opened(stage, caseFolder, pngFile));
        });
  }

  /**
   * Takes a picture of every screen.
   *
   * @param caseFolder a case with a restoration and a comparison
   * @param looks the themes
   * @param scalePercent of everything on the screen
   * @param folder gets the PNG files
   * @return exit status: 0 only if all were written
   */
  public static int everyScreen(
      Workbench workbench,
      Path caseFolder,
      List<Look> looks,
      int scalePercent,
      Path folder,
      PrintStream err) {
    return pictures(
        workbench,
        caseFolder,
        scalePercent,
        err,
        stage -> {
          ScreenTour tour = new ScreenTour(stage, caseFolder, folder);
          return looks.stream().flatMap(look -> tour.in(look, scalePercent).stream()).toList();
        });
  }

  private static int pictures(
      Workbench workbench,
      Path demo,
      int scalePercent,
      PrintStream err,
      Function<WorkbenchStage, List<Shot>> shots) {
    return run(
        err,
        scalePercent,
        (executors, closed) -> {
          WorkbenchStage stage =
              new WorkbenchStage(
                  new Stage(),
                  workbench,
                  Passwords.NONE,
                  Optional.of(() -> demo),
                  UserConfigFolder.ofThisUser(),
                  executors.tasks(Clock.systemUTC()),
                  StateFolder.none(),
                  closed::complete);
          stage.show();
          new WindowPicture(stage, shots.apply(stage), err, closed::complete).take();
        });
  }

  /** What is done on the window's thread; the future ends it with an exit status. */
  @FunctionalInterface
  private interface Opening {
    void open(WindowExecutors executors, CompletableFuture<Integer> closed);
  }

  private static int run(PrintStream err, int scalePercent, Opening opening) {
    Toolkit toolkit = new Toolkit(scalePercent);
    Optional<String> problem = toolkit.start();
    if (problem.isPresent()) {
      err.println(
          "palimpsest: no window can be opened here ("
              + problem.get()
              + "); use the command line: palimpsest --help");
      return NO_WINDOW;
    }
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    try (WindowExecutors executors = new WindowExecutors()) {
      Platform.runLater(() -> guarded(() -> opening.open(executors, closed), closed));
      return closed.join();
    } catch (CompletionException e) {
      err.println("palimpsest: the window cannot be opened (" + e.getCause() + ")");
      return NO_WINDOW;
    } finally {
      toolkit.stop();
    }
  }

  private static void guarded(Runnable action, CompletableFuture<Integer> closed) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError e) {
      closed.completeExceptionally(e);
    }
  }
}
