package org.palimpsest.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.task.WindowExecutors;

/**
 * Hundreds of {@link SoakRounds} in a real window: {@code Soak FOLDER ROUNDS}. Prints what is held
 * after every tenth of them, how it grew over the second half, and what the C library gives back.
 * Ends with 1 where something was thrown that nobody caught.
 */
final class Soak {
  private static final int EVERY = 10;

  private Soak() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) -> {
          cause.printStackTrace();
          thrown.add(cause);
          if (thread.getName().equals("main")) {
            System.exit(1);
          }
        });
    Optional<String> problem = new Toolkit(100).start();
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    Bench bench = new Bench(folder);
    WindowExecutors executors = new WindowExecutors();
    CompletableFuture<WorkbenchStage> shown = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          WorkbenchStage stage = bench.window(new Stage(), executors.tasks(Clock.systemUTC()));
          stage.show();
          shown.complete(stage);
        });
    WorkbenchStage window = shown.join();
    SoakRounds soak = new SoakRounds(window, bench.workbench(), folder, bench.protectedVoice(2.5));
    List<SoakSample> samples = new ArrayList<>();
    System.out.println(SoakSample.HEADER);
    long begun = System.nanoTime();
    while (soak.rounds() < rounds) {
      soak.round();
      if (soak.rounds() % EVERY == 0) {
        SoakSample sample = SoakSample.take(soak.rounds(), soak.held());
        samples.add(sample);
        System.out.println(sample.line());
      }
    }
    System.out.printf(
        Locale.ROOT, "%d rounds in %.0f s%n", rounds, (System.nanoTime() - begun) / 1e9);
    System.out.println(SoakSample.growth(samples.subList(samples.size() / 2, samples.size())));
    System.out.println(SoakSample.trim());
    int errors = window.tasks().errors().notes().size();
    System.out.println(thrown.size() + " uncaught exceptions, " + errors + " errors");
    System.exit(thrown.isEmpty() && errors == 0 ? 0 : 1);
  }
}
