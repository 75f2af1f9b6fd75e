package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonValue;

@DisplayName("what a case takes, it can read back:")
final class ReadBackTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void make() throws Exception {
    lab = new Laboratory(desk).withCase(0);
  }

  @Test
  @DisplayName("an entry of 64 levels is written, one of 65 is refused and changes nothing")
  void depth() throws Exception {
    try (CaseFile open = lab.open()) {
      assertThat(open.append(nested(63)).seq()).isEqualTo(1);
      refused(open, nested(64), "deeper than 64 levels");
      assertThat(Laboratory.importRecording(open, "next").seq()).isEqualTo(2);
    }
    readsBack(3);
  }

  @Test
  @DisplayName("an entry of almost 16 MiB is written, one of more is refused")
  void size() throws Exception {
    int most = (16 << 20) - 400;
    try (CaseFile open = lab.open()) {
      assertThat(open.append(note(JsonObject.empty().with("text", "x".repeat(most)))).seq())
          .isOne();
      refused(
          open,
          note(JsonObject.empty().with("text", "x".repeat(16 << 20))),
          "at most 16 MiB: store content as a blob");
    }
    readsBack(2);
  }

  @Test
  @DisplayName("a case is created once, not again by an entry in it")
  void once() throws Exception {
    try (CaseFile open = lab.open()) {
      JsonObject fields = Laboratory.DESCRIPTION.toFields(open.caseId(), lab.key().verifyingKey());
      EntryDraft again = EntryDraft.of(EntryKind.CASE_CREATED, fields, List.of());
      refused(open, again, "a case is created once");
    }
    readsBack(1);
  }

  @Test
  @DisplayName("a clock beyond the year 9999 dates no entry")
  void clock() throws Exception {
    Clock far = Clock.offset(Laboratory.CLOCK, Duration.ofDays(3_000_000));
    try (CaseFile open =
        CaseFile.openForWriting(lab.folder(), lab.key(), lab.anchors(), Laboratory.CLOCK)) {
      Laboratory.importRecording(open, "in time");
    }
    assertThatThrownBy(
            () -> {
              try (CaseFile open =
                  CaseFile.openForWriting(lab.folder(), lab.key(), lab.anchors(), far)) {
                Laboratory.importRecording(open, "out of time");
              }
            })
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("four digits");
    readsBack(2);
  }

  @Test
  @DisplayName("every character that JSON may hold comes back as it went in")
  void characters() throws Exception {
    StringBuilder all = new StringBuilder("\ud83d\udd0a\u2028\u2029\ufeff\uffff\"\\/");
    for (char c = 0; c < 0x100; c++) {
      all.append(c);
    }
    LedgerEntry written;
    try (CaseFile open = lab.open()) {
      written = open.append(note(JsonObject.empty().with("text", all.toString())));
    }
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.entry(1)).isEqualTo(written);
      assertThat(open.entry(1).body().string("text")).isEqualTo(all.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "../a",
        "/a",
        "a/../b",
        "nul\u0000byte",
        "a:b",
        "a\\b",
        "con.pdf",
        "r.pdf.",
        "r.pdf ",
        "\u202efdp.r"
      })
  @DisplayName("a report gets a plain file name or none")
  void reportNames(String name) throws Exception {
    try (CaseFile open = lab.open()) {
      assertThatThrownBy(() -> open.writeReport(name, new byte[] {1}))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("needs a plain file name");
      assertThat(open.reportsFolder()).isEmptyDirectory();
    }
  }

  @Test
  @DisplayName("a report gets no name that some file system takes for another report's")
  void sameReportName() throws Exception {
    try (CaseFile open = lab.open()) {
      open.writeReport("r\u00e9sum\u00e9.pdf", new byte[] {1});
      for (String name : new String[] {"R\u00c9SUM\u00c9.PDF", "re\u0301sume\u0301.pdf"}) {
        assertThatThrownBy(() -> open.writeReport(name, new byte[] {1}))
            .isInstanceOf(CaseException.class)
            .hasMessageContaining("was issued: choose another name");
      }
    }
  }

  @Test
  @DisplayName("a report is told from its folder, and one that cannot be written is refused")
  void reportFolder() throws Exception {
    try (CaseFile open = lab.open()) {
      Files.delete(open.reportsFolder());
      assertThat(open.writeReport("r.pdf", new byte[] {1})).hasBinaryContent(new byte[] {1});
      Files.delete(open.reportsFolder().resolve("r.pdf"));
      Files.delete(open.reportsFolder());
      Files.writeString(open.reportsFolder(), "a file in the way");
      assertThatThrownBy(() -> open.writeReport("r.pdf", new byte[] {1}))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("cannot be written");
    }
  }

  private void refused(CaseFile open, EntryDraft draft, String words) {
    long before = open.size();
    assertThatThrownBy(() -> open.append(draft))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("The entry is refused: ")
        .hasMessageContaining(words);
    assertThat(open.size()).isEqualTo(before);
  }

  private void readsBack(long size) throws CaseException {
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.size()).isEqualTo(size);
      assertThat(open.damage()).isEmpty();
    }
  }

  private static EntryDraft nested(int levels) {
    JsonValue value = JsonArray.of(List.of());
    for (int i = 1; i < levels; i++) {
      value = JsonArray.of(List.of(value));
    }
    return note(JsonObject.empty().with("deep", value));
  }

  private static EntryDraft note(JsonObject fields) {
    return new EntryDraft("note", fields, List.of());
  }
}
