package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("an issued report")
final class IssuedReportTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Path file;

  @BeforeEach
  void issue() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    try (CaseFile open = lab.open()) {
      file = open.writeReport("report-001.pdf", "pages".getBytes(StandardCharsets.UTF_8));
      open.append(
          EntryDraft.of(
              EntryKind.REPORT_ISSUED,
              JsonObject.empty()
                  .with("id", "P1")
                  .with("fileName", "report-001.pdf")
                  .with("checkpointSize", 2),
              List.of(new BlobUse(Laboratory.put(open, "pages"), "report"))));
    }
  }

  @Test
  @DisplayName("lies in the case as it was issued")
  void fits() {
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
    assertThat(Verdict.anchored(lab).remarks()).isEmpty();
  }

  @Test
  @DisplayName("that was forged is found")
  void forged() throws Exception {
    Files.writeString(file, "other pages");
    assertThat(Verdict.anchored(lab).findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.subject()).isEqualTo(Subject.BLOB);
              assertThat(f.seq()).contains(2L);
              assertThat(f.words()).contains("report-001.pdf", "not the report that was issued");
            });
  }

  @Test
  @DisplayName("that was deleted is found, and so is one that links elsewhere")
  void deleted() throws Exception {
    Files.delete(file);
    assertThat(Verdict.anchored(lab).findings())
        .singleElement()
        .matches(f -> f.words().contains("is missing"));
    Files.createSymbolicLink(file, Files.writeString(desk.resolve("elsewhere"), "pages"));
    assertThat(Verdict.anchored(lab).findings()).hasSize(1);
  }

  @Test
  @DisplayName("that no entry issued is remarked upon")
  void stray() throws Exception {
    Files.writeString(file.resolveSibling("report-002.pdf"), "never issued");
    assertThat(Verdict.anchored(lab).verified()).isTrue();
    assertThat(Verdict.anchored(lab).remarks())
        .singleElement()
        .asString()
        .contains("report-002.pdf was issued by no entry");
  }

  @Test
  @DisplayName("whose name leads out of the folder is found")
  void leadsOut() throws Exception {
    try (CaseFile open = lab.open()) {
      open.append(
          EntryDraft.of(
              EntryKind.REPORT_ISSUED,
              JsonObject.empty()
                  .with("id", "P2")
                  .with("fileName", "../case.db")
                  .with("checkpointSize", 2),
              List.of(new BlobUse(Laboratory.put(open, "pages"), "report"))));
    }
    assertThat(Verdict.anchored(lab).findings())
        .singleElement()
        .matches(f -> f.words().contains("no plain file name"));
  }

  @Test
  @DisplayName("does not hide that an entry was changed: a glance shows it without the verifier")
  void glance() throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).isEmpty();
    }
    lab.tamper(
        "UPDATE ledger SET body = CAST(replace(body, 'report-001', 'report-009') AS BLOB) WHERE seq"
            + " = 2");
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.damage()).isPresent();
    }
  }
}
