package org.palimpsest.app.task;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** The threads behind a real window. */
public final class WindowExecutors implements AutoCloseable {
  private final ExecutorService workers = Executors.newCachedThreadPool(named("work"));
  private final ExecutorService drawers =
      Executors.newFixedThreadPool(
          Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())), named("draw"));

  public BackgroundTasks tasks(Clock clock) {
    return new BackgroundTasks(
        workers, drawers, Platform::runLater, System::nanoTime, new ErrorLog(clock));
  }

  @Override
  public void close() {
    drawers.shutdownNow();
    workers.shutdown();
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
