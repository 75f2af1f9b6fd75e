package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a long case")
final class LongCaseTest {
  @TempDir Path desk;

  @Test
  @DisplayName("of a thousand entries is verified, and a change in it is placed")
  void thousand() throws Exception {
    Laboratory lab = new Laboratory(desk);
    try (CaseFile open = lab.create()) {
      for (int i = 1; i < 1000; i++) {
        JsonObject fields = JsonObject.empty().with("text", "note " + i);
        open.append(new EntryDraft("note", fields, List.of()));
      }
    }
    VerificationReport report = Verdict.anchored(lab);
    assertThat(report.findings()).isEmpty();
    assertThat(report.entries()).isEqualTo(1000);
    lab.tamper(
        "UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'note 700', 'note 007')"
            + " AS BLOB) WHERE seq = 700");
    assertThat(Verdict.anchored(lab).findings())
        .anyMatch(f -> f.seq().equals(java.util.Optional.of(700L)));
  }

  @Test
  @DisplayName("takes no entry of more than 16 MiB, and goes on afterwards")
  void largestEntry() throws Exception {
    Laboratory lab = new Laboratory(desk);
    try (CaseFile open = lab.create()) {
      JsonObject fields = JsonObject.empty().with("text", "x".repeat(16 << 20));
      EntryDraft draft = new EntryDraft("note", fields, List.of());
      assertThatThrownBy(() -> open.append(draft)).hasMessageContaining("16 MiB");
      assertThat(open.append(new EntryDraft("note", JsonObject.empty(), List.of())).seq())
          .isEqualTo(1);
    }
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
  }
}
