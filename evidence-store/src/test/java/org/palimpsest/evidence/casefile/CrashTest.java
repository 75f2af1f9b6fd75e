package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.verify.CaseVerifier;
import org.palimpsest.evidence.verify.VerificationReport;

@DisplayName("a case whose writer is killed")
final class CrashTest {
  @TempDir Path desk;

  /** Writes until it is killed, and says after each entry that it has it. */
  static final class EndlessWriter {
    private EndlessWriter() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
      try (CaseFile open = new Laboratory(Path.of(args[0])).open()) {
        long entries = Long.parseLong(args[1]);
        for (long i = 0; i < entries; i++) {
          System.out.println(Laboratory.importRecording(open, "recording " + i).seq());
        }
        Thread.sleep(Long.MAX_VALUE); // killed before it wakes
      }
    }
  }

  @Test
  @DisplayName("has every entry that was acknowledged, verifies, and is continued")
  void losesNothing() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(0);
    Random random = new Random(1);
    for (int round = 0; round < 3; round++) {
      long acknowledged = killAfter(lab, 5 + random.nextInt(20));
      VerificationReport report = verify(lab);
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isGreaterThan(acknowledged);
      assertThat(report.checkpoints()).isEqualTo(report.entries());
      try (CaseFile open = lab.open()) {
        assertThat(Laboratory.importRecording(open, "after").seq()).isEqualTo(report.entries());
      }
      assertThat(lab.folder().resolve("case.db-wal")).doesNotExist();
    }
  }

  @Test
  @DisplayName("refused a second program and served readers while the writer lived")
  void secondProgram() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(0);
    // one that stays between two commits: at a commit itself another may slip in (decision 0003)
    Process writer = start(lab, 1);
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("1");
      assertThatThrownBy(lab::open)
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("open for writing by E. Xaminer (process " + writer.pid());
      long size = 0;
      for (int i = 0; i < 5; i++) {
        try (CaseFile reader = CaseFile.openReadOnly(lab.folder())) {
          assertThat(reader.size()).isGreaterThanOrEqualTo(size);
          size = reader.size();
        }
        assertThat(verify(lab).findings()).isEmpty();
      }
      assertThat(size).isGreaterThan(1);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    lab.open().close();
    assertThat(verify(lab).findings()).isEmpty();
  }

  private static VerificationReport verify(Laboratory lab) {
    return new CaseVerifier().verify(lab.folder(), lab.anchors()::read, Optional.empty());
  }

  private static long killAfter(Laboratory lab, int entries) throws Exception {
    Process writer = start(lab, Long.MAX_VALUE);
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      long last = -1;
      for (int i = 0; i < entries; i++) {
        last = Long.parseLong(lines.readLine());
      }
      assertThat(Files.exists(lab.folder().resolve("case.db-wal"))).isTrue();
      return last;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private static Process start(Laboratory lab, long entries) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            EndlessWriter.class.getName(),
            lab.desk().toString(),
            Long.toString(entries))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
