package org.palimpsest.app.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
 * after every tenth of them, and how it grew over the second half. Ends with 1 where something was
 * thrown that nobody caught.
 */
final class Soak {
  private static final int EVERY = 10;

  private record Sample(int round, double heap, double resident, int threads) {}

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
    List<Sample> samples = new ArrayList<>();
    System.out.println("round\theap MB\tresident MB\tthreads\tclosed cases held");
    while (soak.rounds() < rounds) {
      soak.round();
      if (soak.rounds() % EVERY == 0) {
        long held = soak.held();
        Sample sample = sample(soak.rounds());
        samples.add(sample);
        System.out.printf(
            Locale.ROOT,
            "%d\t%.1f\t%.1f\t%d\t%d%n",
            sample.round(),
            sample.heap(),
            sample.resident(),
            sample.threads(),
            held);
      }
    }
    List<Sample> second = samples.subList(samples.size() / 2, samples.size());
    System.out.printf(
        Locale.ROOT,
        "second half: heap %+.1f kB a round, resident %+.1f kB a round%n",
        1000 * slope(second, true),
        1000 * slope(second, false));
    int errors = window.tasks().errors().notes().size();
    System.out.println(thrown.size() + " uncaught exceptions, " + errors + " errors");
    System.exit(thrown.isEmpty() && errors == 0 ? 0 : 1);
  }

  private static Sample sample(int round) throws IOException {
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    double resident = 0;
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        resident = Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
      }
    }
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return new Sample(round, heap, resident, threads);
  }

  /** Least squares, MB a round. */
  private static double slope(List<Sample> samples, boolean ofHeap) {
    double meanX = samples.stream().mapToDouble(Sample::round).average().orElse(0);
    double meanY =
        samples.stream().mapToDouble(s -> ofHeap ? s.heap() : s.resident()).average().orElse(0);
    double xy = 0;
    double xx = 0;
    for (Sample s : samples) {
      double x = s.round() - meanX;
      xy += x * ((ofHeap ? s.heap() : s.resident()) - meanY);
      xx += x * x;
    }
    return xx == 0 ? 0 : xy / xx;
  }
}
