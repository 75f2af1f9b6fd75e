package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.format.Checkpoint;

@DisplayName("a case that was copied while its writer had not closed it")
final class LeftLogTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Path copy;
  private Checkpoint newest;

  @BeforeEach
  void copyBesideTheWriter() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    copy = desk.resolve("copy.palimpsest");
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "in the log");
      newest = open.latestCheckpoint();
      copyFolder(lab.folder(), copy);
    }
    Files.deleteIfExists(copy.resolve("case.db-shm"));
    assertThat(copy.resolve("case.db-wal")).isNotEmptyFile();
  }

  @Test
  @DisplayName("is read with what is in its log, by two readers at once, and stays as it is")
  void read() throws Exception {
    byte[] database = Files.readAllBytes(copy.resolve("case.db"));
    byte[] log = Files.readAllBytes(copy.resolve("case.db-wal"));
    try (CaseFile one = CaseFile.openReadOnly(copy);
        CaseFile two = CaseFile.openReadOnly(copy)) {
      assertThat(one.size()).isEqualTo(3);
      assertThat(one.latestCheckpoint()).isEqualTo(newest);
      assertThat(two.entries()).isEqualTo(one.entries());
      assertThat(one.damage()).isEmpty();
    }
    assertThat(copy.resolve("case.db")).hasBinaryContent(database);
    assertThat(copy.resolve("case.db-wal")).hasBinaryContent(log);
  }

  @Test
  @DisplayName("is continued with what is in its log, and has none when it is closed")
  void continued() throws Exception {
    try (CaseFile open =
        CaseFile.openForWriting(copy, lab.key(), lab.anchors(), Laboratory.CLOCK)) {
      assertThat(open.size()).isEqualTo(3);
      assertThat(Laboratory.importRecording(open, "next").seq()).isEqualTo(3);
    }
    assertThat(copy.resolve("case.db-wal")).doesNotExist();
    assertThat(copy.resolve("case.owner")).doesNotExist();
  }

  @Test
  @DisplayName("is older than its anchor without its log, and is not continued")
  void withoutLog() throws Exception {
    Files.delete(copy.resolve("case.db-wal"));
    try (CaseFile open = CaseFile.openReadOnly(copy)) {
      assertThat(open.size()).isEqualTo(2);
    }
    assertThatThrownBy(
            () -> CaseFile.openForWriting(copy, lab.key(), lab.anchors(), Laboratory.CLOCK))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("is older than a checkpoint known of it");
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
