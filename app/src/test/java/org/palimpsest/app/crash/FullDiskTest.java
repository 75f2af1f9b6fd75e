package org.palimpsest.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.ExhibitRole;
import org.palimpsest.app.casework.RestoreSpeech;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.verify.VerificationReport;

/** Needs a file system of its own: run as root on Linux, by {@code mvn verify -Pcrash}. */
@DisplayName("a case on a disk that is full")
final class FullDiskTest {
  private static final int ROUNDS = Integer.getInteger("palimpsest.crash.rounds", 0) / 5;
  private static final int LARGEST = 120_000;

  @TempDir private Path folder;
  private Path disk;
  private Bench bench;
  private Path recording;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    Assumptions.assumeTrue(ROUNDS > 0, "only with -Pcrash");
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString());
    Assumptions.assumeTrue(mounted, "only root can mount a small disk");
    bench = new Bench(folder);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", "-l", disk.toString());
    }
  }

  @Test
  @DisplayName("refuses in one line, keeps what it has, and goes on when there is room")
  void fills() throws Exception {
    Random random = new Random(11);
    Path dir = disk.resolve("a.palimpsest");
    int refused = 0;
    try (CaseFile file = bench.newCase("disk/a.palimpsest")) {
      for (int round = 0; round < ROUNDS; round++) {
        fillUpTo(random.nextInt(LARGEST));
        long before = file.size();
        try {
          recording = bench.voice("q" + round + ".wav", 100 + round, 1.2);
          refused += work(file) ? 0 : 1;
        } catch (RefusedException | CaseException e) {
          refused++;
          assertThat(e.getMessage().lines()).hasSize(1);
        }
        assertThat(file.size()).isGreaterThanOrEqualTo(before);
        Files.delete(disk.resolve("filler"));
        check(dir);
        long grown = file.size();
        assertThat(work(file)).isTrue();
        assertThat(file.size()).isEqualTo(grown + 2);
      }
    }
    check(dir);
    assertThat(refused).isPositive();
  }

  /** Whether both steps found room for what they made. */
  private boolean work(CaseFile file) throws Exception {
    Exhibit exhibit = bench.take(file, recording, ExhibitRole.QUESTIONED);
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            exhibit.id(),
            "learned-remover",
            Optional.of("ssed-protector"),
            Map.of(),
            Optional.empty());
    return bench.perform(file, bench.workbench().restoreSpeech().plan(file, request)).completed();
  }

  private void check(Path dir) throws Exception {
    VerificationReport report = bench.workbench().checkCase().verify(dir, Optional.empty());
    assertThat(report.findings()).isEmpty();
  }

  /** Leaves so many bytes free. */
  private void fillUpTo(long free) throws IOException {
    long usable = disk.toFile().getUsableSpace();
    byte[] block = new byte[1 << 16];
    try (var out = Files.newOutputStream(disk.resolve("filler"))) {
      for (long left = usable - free; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no such command on this system
    }
  }
}
