package org.palimpsest.app.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/**
 * A second Java with PyTorch in it, on a class path of its own. It works in the folder of the
 * training, under names without surprises; its environment is empty but for what it needs; it ends
 * when this process does.
 */
final class TrainerProcess {
  private static final String MAIN = "org.palimpsest.trainer.Main";
  private static final long UNPACKED_BYTES = 600L << 20;
  private static final int REFUSED = 2;
  private static final int HIGHEST_OWN_STATUS = 3;

  private final String classPath;
  private final Path cache;

  /**
   * @param cache for the engine's unpacked library
   */
  TrainerProcess(String classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache.toAbsolutePath();
  }

  /** Makes the folder of the library, and sees that there is room in it. */
  void prepare() throws RefusedException {
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new RefusedException(cache + ": cannot be made (" + e.getMessage() + ")", e);
    }
    long room = cache.toFile().getUsableSpace();
    if (!Files.isDirectory(cache.resolve("pytorch")) && room < UNPACKED_BYTES) {
      throw new RefusedException(
          String.format(
              "%s: %d MB free, the trainer unpacks its engine there and needs %d MB; make room or"
                  + " set XDG_DATA_HOME",
              cache, room >> 20, UNPACKED_BYTES >> 20));
    }
  }

  /**
   * Trains in {@code out} until it is done.
   *
   * @param progress is told every line
   */
  void run(Path out, int threads, Consumer<String> progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    Path log = out.resolve("work").resolve("trainer.log");
    try {
      Process process = start(out, threads, log);
      try {
        Thread reader = new Thread(() -> forward(process, progress), "the trainer's progress");
        reader.start();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
          cancellation.check();
        }
        reader.join();
      } finally {
        process.destroyForcibly();
      }
      judge(out, process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RefusedException(out + ": the trainer cannot be run (" + e.getMessage() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private Process start(Path out, int threads, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=" + threads,
            "-Dai.djl.pytorch.num_interop_threads=1",
            MAIN,
            ".");
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("LANG", "LC_ALL", "LC_CTYPE", "TMPDIR"));
    environment.put("CLASSPATH", classPath);
    environment.put("DJL_CACHE_DIR", cache.toString());
    environment.put("ENGINE_CACHE_DIR", cache.toString());
    environment.put("OPT_OUT_TRACKING", "true");
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.directory(out.toFile());
    builder.redirectError(log.toFile());
    return builder.start();
  }

  private static void forward(Process process, Consumer<String> progress) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(progress);
    } catch (IOException | UncheckedIOException e) {
      progress.accept("the trainer's progress broke off (" + e.getMessage() + ")");
    }
  }

  private static void judge(Path out, int status, String log) throws RefusedException {
    if (status == 0) {
      return;
    }
    String said = log.lines().reduce((first, last) -> last).orElse("it said nothing");
    if (status == REFUSED) {
      throw new RefusedException(out + ": " + said.replaceFirst("^refused: ", ""));
    }
    if (status > HIGHEST_OWN_STATUS) {
      throw new RefusedException(
          String.format(
              "%s: the trainer was ended from outside (status %d); the same command goes on",
              out, status));
    }
    throw new IllegalStateException("the trainer failed in " + out + ": " + said);
  }
}
