package org.palimpsest.app.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;

/**
 * One piece of work in the background. Its properties change on the window's thread only; {@link
 * #at}, {@link #meanwhile}, {@link #requested} and {@link #cancel} are safe from any thread.
 */
public final class BackgroundTask implements Cancellation, Progress {
  /** How far its life is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  private record Report(String stage, double fraction) {}

  private final String title;
  private final Executor window;
  private final LongSupplier nanos;
  private final long started;
  private final AtomicReference<Report> unread = new AtomicReference<>();
  private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("waiting");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private volatile boolean cancelled;

  BackgroundTask(String title, Executor window, LongSupplier nanos) {
    this.title = title;
    this.window = window;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  public String title() {
    return title;
  }

  public ReadOnlyStringProperty stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** From 0 to 1; below 0 while nothing is known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** In words, empty while nothing is known. */
  public ReadOnlyStringProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Asks the work to stop at its next check. */
  public void cancel() {
    cancelled = true;
    window.execute(
        () -> {
          if (state.get() == State.RUNNING) {
            stage.set("cancelling");
            remaining.set("");
          }
        });
  }

  /** Does something on the window's thread while the work goes on, unless it is cancelled. */
  public void meanwhile(Runnable action) {
    window.execute(
        () -> {
          if (!cancelled) {
            action.run();
          }
        });
  }

  @Override
  public boolean requested() {
    return cancelled;
  }

  @Override
  public void at(String newStage, double newFraction) {
    if (unread.getAndSet(new Report(newStage, newFraction)) == null) {
      window.execute(this::read);
    }
  }

  void end(State how) {
    read();
    state.set(how);
    remaining.set("");
  }

  private void read() {
    Report report = unread.getAndSet(null);
    if (report == null || cancelled) {
      return;
    }
    stage.set(report.stage());
    fraction.set(report.fraction());
    Duration elapsed = Duration.ofNanos(nanos.getAsLong() - started);
    remaining.set(RemainingTime.text(elapsed, report.fraction()));
  }
}
