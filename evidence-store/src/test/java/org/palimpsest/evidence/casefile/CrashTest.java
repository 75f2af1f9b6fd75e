package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (int i = 0; ; i++) {
          System.out.println(Laboratory.importRecording(open, "recording " + i).seq());
        }
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
      VerificationReport report =
          new CaseVerifier().verify(lab.folder(), lab.anchors()::read, Optional.empty());
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isGreaterThan(acknowledged);
      assertThat(report.checkpoints()).isEqualTo(report.entries());
      try (CaseFile open = lab.open()) {
        assertThat(Laboratory.importRecording(open, "after").seq()).isEqualTo(report.entries());
      }
      assertThat(lab.folder().resolve("case.db-wal")).doesNotExist();
    }
  }

  private static long killAfter(Laboratory lab, int entries) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process writer =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                lab.desk().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      long last = -1;
      for (int i = 0; i < entries; i++) {
        last = Long.parseLong(lines.readLine());
      }
      assertThat(Files.exists(lab.folder().resolve("case.db-wal"))).isTrue();
      writer.destroyForcibly().waitFor();
      return last;
    }
  }
}
