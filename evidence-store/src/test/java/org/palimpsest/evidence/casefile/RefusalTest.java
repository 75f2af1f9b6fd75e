package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;

@DisplayName("a case refuses, in one line,")
final class RefusalTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void setUp() {
    lab = new Laboratory(desk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  @DisplayName("to start without an authority, a purpose, a title or an examiner")
  void incomplete(String blank) {
    refused(() -> create(new CaseDescription("t", blank, "p", ZoneOffset.UTC, "e")))
        .hasMessageContaining("legal authority");
    refused(() -> create(new CaseDescription("t", "a", blank, ZoneOffset.UTC, "e")))
        .hasMessageContaining("purpose");
    refused(() -> create(new CaseDescription(blank, "a", "p", ZoneOffset.UTC, "e")))
        .hasMessageContaining("title");
    refused(() -> create(new CaseDescription("t", "a", "p", ZoneOffset.UTC, blank)))
        .hasMessageContaining("examiner");
    assertThat(lab.folder()).doesNotExist();
  }

  @Test
  @DisplayName("to start where something is, and leaves it alone; an empty folder is welcome")
  void occupied() throws Exception {
    Files.createDirectory(lab.folder());
    Path thing = Files.writeString(lab.folder().resolve("thing"), "x");
    refused(lab::create).hasMessageContaining("something is there already");
    assertThat(thing).hasContent("x");
    Files.delete(thing);
    lab.create().close();
    refused(lab::create).hasMessageContaining("something is there already");
  }

  @Test
  @DisplayName("to start where a file is in the way, and leaves nothing behind")
  void impossible() throws Exception {
    Files.writeString(lab.folder(), "a file");
    refused(lab::create).hasMessageContaining("something is there already");
    Path below = lab.folder().resolve("below");
    refused(
            () ->
                CaseFile.create(
                    below, Laboratory.DESCRIPTION, lab.key(), lab.anchors(), Laboratory.CLOCK))
        .hasMessageContaining("cannot be made");
    assertThat(lab.folder()).hasContent("a file");
  }

  @Test
  @DisplayName("a second writer, and keeps serving readers and the first")
  void secondWriter() throws Exception {
    try (CaseFile first = lab.create()) {
      Map<Path, byte[]> before = bytes();
      refused(lab::open).hasMessageContaining("open for writing by E. Xaminer (process ");
      assertThat(bytes()).containsExactlyInAnyOrderEntriesOf(before);
      try (CaseFile reader = CaseFile.openReadOnly(lab.folder())) {
        assertThat(reader.size()).isEqualTo(1);
      }
      assertThat(Laboratory.importRecording(first, "one").seq()).isEqualTo(1);
      refused(lab::open).hasMessageContaining("open for writing by E. Xaminer (process ");
      try (CaseFile reader = CaseFile.openReadOnly(lab.folder())) {
        assertThat(reader.size()).isEqualTo(2);
      }
    }
    lab.open().close();
  }

  @Test
  @DisplayName("another examiner's key")
  void otherKey() throws Exception {
    lab.withCase(1);
    Map<Path, byte[]> before = bytes();
    refused(
            () ->
                CaseFile.openForWriting(
                    lab.folder(), lab.keyOf("Somebody"), lab.anchors(), Laboratory.CLOCK))
        .hasMessageContaining("signed with another key, that of E. Xaminer");
    assertThat(bytes()).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  @DisplayName("a newer format")
  void newerFormat() throws Exception {
    lab.withCase(0).tamper("PRAGMA user_version = 2");
    refused(lab::open).hasMessageContaining("case format 2");
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("case format 2");
  }

  @Test
  @DisplayName("what is no case")
  void noCase() throws Exception {
    refused(lab::open).hasMessageContaining("is not a case");
    Files.createDirectory(lab.folder());
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("is not a case");
    Path database = Files.createFile(lab.folder().resolve("case.db"));
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("not the ledger");
    refused(lab::open).hasMessageContaining("not the ledger");
    assertThat(database).isEmptyFile();
    Files.write(database, "no database".repeat(500).getBytes(StandardCharsets.UTF_8));
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("run verify");
    refused(lab::open).hasMessageContaining("run verify");
  }

  @Test
  @DisplayName("to continue a ledger that was changed, though it can be looked at")
  void changedLedger() throws Exception {
    lab.withCase(2)
        .tamper(
            "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'recording 2', 'recording"
                + " 9') AS BLOB) WHERE seq = 2");
    refused(lab::open).hasMessageContaining("an entry was changed after it was signed");
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.entry(2).body().string("label")).isEqualTo("recording 9");
    }
  }

  @Test
  @DisplayName("to continue a ledger whose tail was cut, so that the anchor keeps showing it")
  void cutLedger() throws Exception {
    lab.withCase(2)
        .tamper("DELETE FROM ledger WHERE seq = 2", "DELETE FROM checkpoint WHERE size = 3");
    refused(lab::open).hasMessageContaining("is older than a checkpoint known of it");
  }

  @Test
  @DisplayName("to continue with a spoilt checkpoint or an unreadable anchor")
  void spoiltCheckpoint() throws Exception {
    lab.withCase(1);
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      Files.writeString(lab.anchors().file(open.caseId()), "rubbish");
    }
    refused(lab::open).hasMessageContaining("anchors").hasMessageContaining("no checkpoint");
    lab.tamper("DELETE FROM checkpoint WHERE size = 2");
    refused(lab::open);
    lab.tamper("DELETE FROM checkpoint");
    refused(lab::open).hasMessageContaining("the ledger has no checkpoint");
  }

  @Test
  @DisplayName("a ledger that is empty, has a gap, or does not begin with a case")
  void unreadableLedger() throws Exception {
    lab.withCase(2).tamper("DELETE FROM ledger WHERE seq = 1");
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("entry 1 is missing");
    lab.tamper("UPDATE ledger SET body = x'7b7d' WHERE seq = 0");
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("entry 0");
    lab.tamper("DELETE FROM ledger");
    refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining("has no entry");
  }

  @Test
  @DisplayName("entries that do not say what entries say, whatever they say instead")
  void oddEntries() throws Exception {
    lab.withCase(1);
    for (String[] change :
        new String[][] {
          {"Europe/Paris", "Nowhere/Land", "entry 0 names no time zone"},
          {"case-created", "case-cremated", "entry 0 does not create a case"},
          {"\"title\"", "\"titel\"", "title"},
          {"\"actor\"", "\"agent\"", "actor"},
          {"2026-03-01T", "2026-13-01T", "not a time"},
          {"{", "", "not JSON"}
        }) {
      String edited = "replace(CAST(body AS TEXT), '" + change[0] + "', '" + change[1] + "')";
      byte[] before = Files.readAllBytes(lab.folder().resolve("case.db"));
      lab.tamper("UPDATE ledger SET body = CAST(" + edited + " AS BLOB) WHERE seq = 0");
      refused(() -> CaseFile.openReadOnly(lab.folder())).hasMessageContaining(change[2]);
      refused(lab::open).hasMessageContaining("run verify");
      Files.write(lab.folder().resolve("case.db"), before);
    }
    lab.open().close();
  }

  @Test
  @DisplayName("a place where no entry is")
  void noSuchEntry() throws Exception {
    try (CaseFile open = lab.create()) {
      for (long seq : new long[] {-1, 1, 1L << 32, Long.MAX_VALUE}) {
        assertThatThrownBy(() -> open.entry(seq)).isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  private CaseFile create(CaseDescription description) throws CaseException {
    return CaseFile.create(lab.folder(), description, lab.key(), lab.anchors(), Laboratory.CLOCK);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable attempt) {
    return assertThatThrownBy(attempt)
        .isInstanceOf(CaseException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  /** Everything in the folder but SQLite's index, which readers may touch. */
  private Map<Path, byte[]> bytes() throws Exception {
    Map<Path, byte[]> bytes = new HashMap<>();
    try (var files = Files.walk(lab.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm")) {
          bytes.put(file, Files.readAllBytes(file));
        }
      }
    }
    return bytes;
  }
}
