package org.palimpsest.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.verify.VerificationReport;

/** Two rounds with every build; 200 with {@code mvn verify -Pcrash}. */
@DisplayName("a workbench that is killed while it imports and restores")
final class KilledWorkbenchTest {
  private static final int ROUNDS = Integer.getInteger("palimpsest.crash.rounds", 2);
  private static final int LONGEST_MS = 6000;

  @TempDir private Path folder;
  private Bench bench;
  private Path dir;
  private Path recording;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    recording = bench.protectedVoice("q.wav", 120, 1.2);
    try (CaseFile file = bench.newCase("a.palimpsest")) {
      dir = file.folder();
      bench.take(file, recording, ExhibitRole.QUESTIONED);
    }
  }

  @Test
  @DisplayName("keeps every entry that it acknowledged, whole, and is continued")
  void losesNothing() throws Exception {
    Random random = new Random(7);
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // the first rounds last until there is something to lose, on slow machines too
      int least = round < 2 ? 3 : 0;
      List<String> lines = killAfter(random.nextInt(LONGEST_MS), least);
      acknowledged += lines.size();
      check(round, lines);
    }
    assertThat(acknowledged).isPositive();
    report(acknowledged);
  }

  private void check(int round, List<String> lines) throws Exception {
    VerificationReport report = bench.workbench().checkCase().verify(dir, Optional.empty());
    assertThat(report.findings()).as("round %d", round).isEmpty();
    try (CaseFile file = CaseFile.openReadOnly(dir)) {
      for (String line : lines) {
        String[] words = line.split(" ", -1);
        assertThat(file.entry(Long.parseLong(words[0])).leafHash().hex())
            .as("round %d", round)
            .isEqualTo(words[1]);
      }
    }
  }

  /** What was acknowledged before the end; a last line that broke off was not. */
  private List<String> killAfter(int milliseconds, int least) throws Exception {
    Path log = folder.resolve("acknowledged");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                java,
                "-Dpalimpsest.models=" + Bench.SHIPPED,
                RestlessExaminer.class.getName(),
                folder.toString(),
                dir.toString(),
                recording.toString())
            .redirectError(ProcessBuilder.Redirect.to(folder.resolve("errors").toFile()))
            .redirectOutput(log.toFile());
    // not as an argument: ONNX Runtime 1.29 crashes under command lines of more than 4 KiB
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process examiner = builder.start();
    boolean ended = false;
    while (!ended && Files.readAllLines(log).size() < least) {
      ended = examiner.waitFor(100, TimeUnit.MILLISECONDS);
    }
    ended |= examiner.waitFor(least > 0 ? 0 : milliseconds, TimeUnit.MILLISECONDS);
    examiner.destroyForcibly().waitFor(); // SIGKILL where there are signals
    String errors = Files.readString(folder.resolve("errors")) + Files.readString(log);
    assertThat(ended).as("ended by itself: %d %s", examiner.exitValue(), errors).isFalse();
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  @SuppressWarnings("SystemOut")
  private void report(long acknowledged) throws Exception {
    try (CaseFile file = CaseFile.openReadOnly(dir)) {
      System.out.printf(
          "killed %d times: %d entries acknowledged, %d in the case%n",
          ROUNDS, acknowledged, file.size());
    }
  }
}
