package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.task.WindowExecutors;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("a window in which one case after the other is opened, examined and closed")
@NeedsWindow
@ExtendWith(ApplicationExtension.class)
final class SoakTest {
  private static final int WARM = 2;
  private static final int ROUNDS = 4;
  private static final long MOST_GROWTH = 16_000_000; // bytes of the heap, in all rounds
  private static final int MOST_THREADS = 4;

  @TempDir Path folder;
  private final WindowExecutors executors = new WindowExecutors();
  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private Thread.UncaughtExceptionHandler before;
  private Bench bench;
  private WorkbenchStage window;

  @Start
  void start(Stage unused) {
    bench = new Bench(folder);
    Stage own = new Stage(); // of the given one TestFX keeps every event, and what it was for
    window = bench.window(own, executors.tasks(Clock.systemUTC()));
    window.show();
  }

  @BeforeEach
  void listen() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> thrown.add(cause));
  }

  @AfterEach
  void stop() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.close(status -> {}));
    WaitForAsyncUtils.waitForFxEvents();
    executors.close();
  }

  @Test
  @DisplayName("holds nothing of those that were closed, and nothing is thrown that nobody catches")
  void holdsNothing() throws Exception {
    SoakRounds soak = new SoakRounds(window, bench.workbench(), folder, bench.protectedVoice(1.5));
    while (soak.rounds() < WARM) {
      soak.round();
    }
    assertThat(soak.held()).isZero();
    long heap = heap();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    while (soak.rounds() < WARM + ROUNDS) {
      soak.round();
    }
    assertThat(soak.held()).isZero();
    assertThat(heap() - heap).as("growth of the heap, bytes").isLessThan(MOST_GROWTH);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .as("threads")
        .isLessThanOrEqualTo(threads + MOST_THREADS);
    assertThat(thrown).isEmpty();
    assertThat(window.tasks().errors().notes()).isEmpty();
  }

  @Test
  @DisplayName("holds no signal that gave way to another while the case is open")
  void holdsNothingInOneCase() throws Exception {
    SoakRounds soak = new SoakRounds(window, bench.workbench(), folder, bench.protectedVoice(1.5));
    assertThat(soak.heldInOneCase(5)).isZero();
    assertThat(thrown).isEmpty();
    assertThat(window.tasks().errors().notes()).isEmpty();
  }

  private static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
