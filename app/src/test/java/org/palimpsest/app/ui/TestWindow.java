package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.palimpsest.app.task.WindowExecutors;
import org.palimpsest.app.ui.session.CaseSession;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window of a test: opened on a bench, waited for, closed. */
final class TestWindow {
  private static final int PATIENCE_SECONDS = 60;

  private final WindowExecutors executors = new WindowExecutors();
  private final Bench bench;
  private WorkbenchStage stage;

  TestWindow(Path folder) {
    bench = new Bench(folder);
  }

  Bench bench() {
    return bench;
  }

  /** Opens it; a second time after {@link #close}, as at the next start. */
  void open(Stage empty) {
    stage = bench.window(empty, executors.tasks(Clock.systemUTC()));
    stage.show();
  }

  WorkbenchStage stage() {
    return stage;
  }

  CaseScreen screen() {
    return stage.view().screen().orElseThrow();
  }

  CaseSession session() {
    return screen().session();
  }

  /** Opens the bench's case and waits for it. */
  void openCase(FxRobot robot) throws Exception {
    robot.interact(() -> stage.openCase(bench.caseFolder()));
    until(() -> stage.view().screen().isPresent());
  }

  /** Opens a signal of the case and waits until it is drawn. */
  void openSignal(FxRobot robot, String id) throws Exception {
    robot.interact(() -> screen().lanes().open(id));
    until(() -> screen().lanes().drawn());
  }

  /** Whether the case is open, has so many entries, and nothing works on it. */
  boolean entries(int n) {
    return stage.view().screen().isPresent()
        && session().now().entries().size() == n
        && stage.tasks().running().isEmpty();
  }

  static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void close(FxRobot robot) throws Exception {
    robot.interact(() -> stage.close(status -> {}));
    until(() -> stage.view().screen().isEmpty());
  }

  /** Closes it for good. */
  void end(FxRobot robot) throws Exception {
    close(robot);
    executors.close();
  }
}
