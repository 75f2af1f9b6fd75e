package org.palimpsest.app.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.analysis.method.CancelledException;

/**
 * The one door to work in the background. Called on the window's thread; what work throws ends in
 * the {@link ErrorLog}.
 */
public final class BackgroundTasks {
  private final Executor workers;
  private final Executor drawers;
  private final Executor window;
  private final LongSupplier nanos;
  private final ErrorLog errors;
  private final ObservableList<BackgroundTask> running = FXCollections.observableArrayList();
  private final ObservableList<BackgroundTask> shown =
      FXCollections.unmodifiableObservableList(running);

  /**
   * @param workers run the work, several at once
   * @param drawers run short work that only makes pictures
   * @param window runs what touches the window
   * @param nanos a clock for durations
   */
  public BackgroundTasks(
      Executor workers, Executor drawers, Executor window, LongSupplier nanos, ErrorLog errors) {
    this.workers = workers;
    this.drawers = drawers;
    this.window = window;
    this.nanos = nanos;
    this.errors = errors;
  }

  /** Everything at once on the calling thread: for tests and tools without a window. */
  public static BackgroundTasks direct(ErrorLog errors) {
    return new BackgroundTasks(
        Runnable::run, Runnable::run, Runnable::run, System::nanoTime, errors);
  }

  /** Those that the user sees and can cancel, the oldest first. */
  public ObservableList<BackgroundTask> running() {
    return shown;
  }

  public ErrorLog errors() {
    return errors;
  }

  /**
   * Starts work that the user sees.
   *
   * @param title what is done, in words that also name it in an error
   * @param done gets the result, on the window's thread
   */
  public <T> BackgroundTask start(String title, Work<T> work, Consumer<T> done) {
    BackgroundTask task = new BackgroundTask(title, window, nanos);
    running.add(task);
    workers.execute(() -> run(task, work, done));
    return task;
  }

  /** Starts short work that needs no line of its own, such as reading what the window shows. */
  public <T> BackgroundTask quietly(String title, Work<T> work, Consumer<T> done) {
    BackgroundTask task = new BackgroundTask(title, window, nanos);
    workers.execute(() -> run(task, work, done));
    return task;
  }

  /** Draws in the background; {@code done} gets the picture on the window's thread. */
  public <T> void draw(Work<T> work, Consumer<T> done) {
    BackgroundTask task = new BackgroundTask("Drawing", window, nanos);
    drawers.execute(() -> run(task, work, done));
  }

  public void cancelAll() {
    running.forEach(BackgroundTask::cancel);
  }

  @SuppressWarnings("CatchingUnchecked") // nothing that goes wrong may vanish
  private <T> void run(BackgroundTask task, Work<T> work, Consumer<T> done) {
    try {
      T result = work.run(task);
      window.execute(() -> finish(task, result, done));
    } catch (CancelledException e) {
      window.execute(() -> end(task, BackgroundTask.State.CANCELLED));
    } catch (Exception | Error e) {
      window.execute(() -> fail(task, e));
    }
  }

  private <T> void finish(BackgroundTask task, T result, Consumer<T> done) {
    end(task, task.requested() ? BackgroundTask.State.CANCELLED : BackgroundTask.State.DONE);
    try {
      done.accept(result);
    } catch (RuntimeException e) {
      errors.add(task.title(), e);
    }
  }

  private void fail(BackgroundTask task, Throwable cause) {
    end(task, BackgroundTask.State.FAILED);
    errors.add(task.title(), cause);
  }

  private void end(BackgroundTask task, BackgroundTask.State how) {
    task.end(how);
    running.remove(task);
  }
}
