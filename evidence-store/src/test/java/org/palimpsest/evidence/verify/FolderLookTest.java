package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;

@DisplayName("the verifier names what lies in a case folder and belongs to no entry:")
final class FolderLookTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws CaseException {
    lab = new Laboratory(desk).withCase(1);
  }

  @Test
  @DisplayName("nothing in a case as it was written, also when it is reached by a link")
  void nothing() throws Exception {
    assertThat(Verdict.anchored(lab).flags()).isEmpty();
    Path link = Files.createSymbolicLink(desk.resolve("link"), lab.folder());
    assertThat(new CaseVerifier().verify(link, lab.anchors()::read, VerifyOptions.plain()).flags())
        .isEmpty();
  }

  @Test
  @DisplayName("what imports left that broke off, counted")
  void remains() throws Exception {
    Files.writeString(blobs().resolve(".incoming-7"), "x");
    Files.writeString(Files.createDirectory(blobs().resolve("zz")).resolve(".incoming-8"), "x");
    assertThat(flags())
        .containsExactly(
            flag(FlagCause.REMAINS, "2 files in blobs that an import left which broke off"));
  }

  @Test
  @DisplayName("content that no entry relies on, counted and weighed")
  void orphans() throws Exception {
    Path folder = Files.createDirectories(blobs().resolve("ab"));
    Files.writeString(folder.resolve("c".repeat(62)), "12345");
    Files.writeString(folder.resolve("d".repeat(62)), "678");
    assertThat(flags())
        .containsExactly(
            flag(FlagCause.ORPHAN_BLOB, "2 files in blobs that no entry relies on, 8 bytes"));
  }

  @Test
  @DisplayName("files that the format does not know, by name, wherever they lie")
  void unknown() throws Exception {
    Files.writeString(lab.folder().resolve("notes.txt"), "x");
    Files.createSymbolicLink(lab.folder().resolve("blobs").resolve("link"), desk);
    Files.writeString(Files.createDirectories(lab.folder().resolve("a/b")).resolve("c"), "x");
    Files.writeString(Files.createDirectories(blobs().resolve("ab")).resolve("short"), "x");
    Files.writeString(Files.createDirectories(lab.folder().resolve("backups")).resolve("x.db"), "");
    assertThat(flags())
        .allMatch(flag -> flag.cause() == FlagCause.UNKNOWN_FILE)
        .extracting(Flag::words)
        .containsExactly(
            "a/b/c is no part of a case",
            "backups/x.db is no part of a case",
            "blobs/ab/short is no part of a case",
            "blobs/link is no part of a case",
            "notes.txt is no part of a case");
  }

  @Test
  @DisplayName("twenty of them, and how many more there are")
  void manyUnknown() throws Exception {
    for (int i = 0; i < 23; i++) {
      Files.writeString(lab.folder().resolve("x" + i), "x");
    }
    assertThat(flags())
        .hasSize(21)
        .last()
        .isEqualTo(flag(FlagCause.UNKNOWN_FILE, "3 more files are no part of a case"));
    Files.delete(lab.folder().resolve("x0"));
    Files.delete(lab.folder().resolve("x1"));
    Files.delete(lab.folder().resolve("x2"));
    assertThat(flags()).hasSize(20);
  }

  @Test
  @DisplayName("a writer's mark, and a link in the place of the database's own files")
  void owner() throws Exception {
    Files.writeString(lab.folder().resolve("case.owner"), "{}");
    Files.createSymbolicLink(lab.folder().resolve("case.db-shm"), desk.resolve("nowhere"));
    assertThat(flags())
        .extracting(Flag::cause)
        .containsExactly(FlagCause.CASE_OWNER, FlagCause.UNKNOWN_FILE);
  }

  private List<Flag> flags() {
    VerificationReport report = Verdict.anchored(lab);
    assertThat(report.findings()).isEmpty();
    return report.flags();
  }

  private static Flag flag(FlagCause cause, String words) {
    return new Flag(cause, java.util.Optional.empty(), words);
  }

  private Path blobs() {
    return lab.folder().resolve("blobs");
  }
}
