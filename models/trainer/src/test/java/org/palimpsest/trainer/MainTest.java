package org.palimpsest.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the trainer's process")
final class MainTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("trains, says how it goes, and ends with 0")
  void trains() throws Exception {
    new TrainingFolder(folder);
    Process process = start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("PyTorch 2.7.1", "step 8 of 8: training loss");
    assertThat(folder.resolve("work/result/result.json")).exists();
  }

  @Test
  @DisplayName("refuses with 2 and one line")
  void refuses() throws Exception {
    Process process = start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("err")))
        .containsExactly("refused: work/plan.json: cannot be read (work/plan.json)");
  }

  @Test
  @DisplayName("ends when nobody is left to report to")
  void endsWithItsParent() throws Exception {
    new TrainingFolder(folder).with("steps", 1_000_000).with("reportEvery", 1);
    Process process = start();
    process.inputReader(StandardCharsets.UTF_8).readLine();
    process.getOutputStream().close(); // as the system does when the workbench is gone
    assertThat(process.waitFor()).isEqualTo(3);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                "-DENGINE_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.pytorch.num_threads=1",
                "org.palimpsest.trainer.Main",
                "."));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }
}
