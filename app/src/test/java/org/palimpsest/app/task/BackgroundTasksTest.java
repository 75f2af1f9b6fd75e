package org.palimpsest.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;

final class BackgroundTasksTest {
  private final ErrorLog errors = new ErrorLog(Clock.systemUTC());
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final AtomicLong nanos = new AtomicLong();
  private final BackgroundTasks direct = BackgroundTasks.direct(errors);
  private final BackgroundTasks queued =
      new BackgroundTasks(later::add, later::add, Runnable::run, nanos::get, errors);

  @Test
  void handsTheResultOver() {
    List<String> got = new ArrayList<>();
    BackgroundTask task = direct.start("Adding", work -> "sum", got::add);
    assertThat(got).containsExactly("sum");
    assertThat(task.stateProperty().get()).isEqualTo(BackgroundTask.State.DONE);
    assertThat(direct.running()).isEmpty();
  }

  @Test
  void showsSeveralAtOnceUntilTheyEnd() {
    queued.start("First", work -> 1, n -> {});
    queued.start("Second", work -> 2, n -> {});
    assertThat(queued.running())
        .extracting(BackgroundTask::title)
        .containsExactly("First", "Second");
    later.remove().run();
    assertThat(queued.running()).extracting(BackgroundTask::title).containsExactly("Second");
  }

  @Test
  void tellsStageAndRemainingTime() {
    BackgroundTask task =
        queued.start(
            "Slow",
            work -> {
              nanos.set(Duration.ofSeconds(10).toNanos());
              work.at("inversion", 0.25);
              assertThat(work.remainingProperty().get()).isEqualTo("about 30 s left");
              return 1;
            },
            n -> {});
    later.remove().run();
    assertThat(task.stageProperty().get()).isEqualTo("inversion");
    assertThat(task.fractionProperty().get()).isEqualTo(0.25);
    assertThat(errors.notes()).isEmpty();
  }

  @Test
  void cancelsWhatIsNotBegun() {
    BackgroundTask task =
        queued.start(
            "Cancelled",
            work -> {
              work.check();
              return 1;
            },
            n -> {});
    queued.cancelAll();
    later.remove().run();
    assertThat(task.stateProperty().get()).isEqualTo(BackgroundTask.State.CANCELLED);
    assertThat(errors.notes()).isEmpty();
  }

  @Test
  void refusalsKeepTheirWords() {
    direct.start(
        "Import of a.wav",
        work -> {
          throw new RefusedException("a.wav: the file is empty");
        },
        n -> {});
    ErrorNote note = errors.notes().get(0);
    assertThat(note.words()).isEqualTo("a.wav: the file is empty");
    assertThat(note.doing()).isEqualTo("Import of a.wav");
    assertThat(note.code()).matches("E-[0-9A-F]{4}");
  }

  @Test
  void defectsNeverVanish() {
    direct.quietly(
        "Reading",
        work -> {
          throw new IllegalStateException("secret");
        },
        n -> {});
    direct.start(
        "Showing",
        work -> 1,
        n -> {
          throw new IllegalArgumentException("in the window");
        });
    direct.draw(
        work -> {
          throw new AssertionError("while drawing");
        },
        n -> {});
    assertThat(errors.notes()).hasSize(3);
    assertThat(errors.notes()).allMatch(note -> note.code().startsWith("D-"));
    assertThat(errors.notes().get(2).toClipboard()).contains("Reading", "secret", "run");
  }

  @Test
  void oneFaultHasOneCode() {
    Work<Integer> broken =
        work -> {
          throw new IOException("disk " + nanos.incrementAndGet());
        };
    direct.start("Once", broken, n -> {});
    direct.start("Twice", broken, n -> {});
    assertThat(errors.notes().get(0).code()).isEqualTo(errors.notes().get(1).code());
    errors.clear();
    assertThat(errors.notes()).isEmpty();
  }

  @Test
  void keepsABoundedNumberOfErrors() {
    for (int i = 0; i < 300; i++) {
      errors.addStep("Restoration of Q1", "R" + i + " failed");
    }
    assertThat(errors.notes()).hasSize(200);
    assertThat(errors.notes().get(0).words()).isEqualTo("R299 failed");
  }

  @Test
  void listenersLiveAsLongAsTheTasks() {
    List<Integer> sizes = new ArrayList<>();
    queued
        .running()
        .addListener(
            (javafx.collections.ListChangeListener<BackgroundTask>)
                change -> sizes.add(change.getList().size()));
    System.gc();
    queued.start("One", work -> 1, n -> {});
    assertThat(sizes).containsExactly(1);
  }
}
