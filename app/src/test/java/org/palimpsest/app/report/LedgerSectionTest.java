package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.verify.CopiedNote;

@DisplayName("the ledger in the report")
final class LedgerSectionTest {
  @Test
  @DisplayName("gives each time in UTC and in the case's zone, into the next day")
  void twoZones() throws Exception {
    Printed printed = print("Europe/Berlin");
    assertThat(printed.squeezed())
        .contains(
            "time,UTC", "time,Europe/Berlin", "02026-01-1523:30:00.1252026-01-1600:30:00.125case");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTC", "Etc/UTC", "Z", "+00:00"})
  @DisplayName("gives each time once where the case's zone is UTC")
  void utcOnly(String zone) throws Exception {
    Printed printed = print(zone);
    assertThat(printed.count("time,")).isEqualTo(1);
    assertThat(printed.count("2026-01-15")).isEqualTo(1);
  }

  @Test
  @DisplayName("keeps a zone that is UTC in winter only")
  void london() throws Exception {
    Printed printed = print("Europe/London");
    assertThat(printed.squeezed()).contains("time,Europe/London");
    assertThat(printed.count("2026-01-1523:30:00.125")).isEqualTo(2);
  }

  @Test
  @DisplayName("has every entry in order, with its whole leaf hash, over all pages")
  void leafHashes() throws Exception {
    LedgerEntry[] imports = new LedgerEntry[90];
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < imports.length; i++) {
      JsonObject fields = JsonObject.empty().with("id", "Q" + i);
      imports[i] = Entries.entry(i + 1, EntryKind.RECORDING_IMPORTED, fields);
      expected.add("recording-importedQ" + i + Entries.hash("leaf " + (i + 1)).hex());
    }
    Printed printed = print("Europe/Berlin", imports);
    assertThat(printed.squeezed()).containsSubsequence(expected);
    assertThat(printed.pages()).hasSizeGreaterThan(2);
    assertThat(printed.pages().get(1)).startsWith("entry time, UTC");
  }

  @Test
  @DisplayName("says how each step ended")
  void outcomes() throws Exception {
    Printed printed =
        print(
            "UTC", step(1, "R1", StepOutcome.NOT_APPLICABLE), step(2, "R2", StepOutcome.COMPLETED));
    assertThat(printed.text()).contains("restoration R1: not-applicable", "R2: completed");
  }

  @Test
  @DisplayName("lists what the steps ran on once each, in the order of the steps")
  void environments() throws Exception {
    JsonObject other = JsonObject.empty().with("engine", "onnx 1.3");
    Printed printed =
        print(
            "UTC",
            step(1, "R1", StepOutcome.COMPLETED),
            Entries.entry(
                2,
                EntryKind.COMPARISON,
                Entries.step("C1", StepOutcome.FAILED, "Q1").with("environment", other)),
            step(3, "R2", StepOutcome.CANCELLED));
    assertThat(printed.text().lines())
        .containsSubsequence(
            "What the steps ran on", "engine: onnx 1.2; system: Linux", "engine: onnx 1.3");
    assertThat(printed.count("engine:")).isEqualTo(2);
    assertThat(print("UTC").text()).doesNotContain("What the steps ran on");
  }

  @Test
  @DisplayName("ends with the checkpoint's note, whole on one page and each line unbroken")
  void checkpoint() throws Exception {
    for (int imports = 20; imports < 50; imports++) {
      LedgerEntry[] some = new LedgerEntry[imports];
      for (int i = 0; i < imports; i++) {
        some[i] = Entries.entry(i + 1, EntryKind.REPORT_ISSUED, JsonObject.empty());
      }
      Checkpoint checkpoint = Entries.checkpoint(imports + 1);
      Printed printed = print("UTC", some);
      String last = printed.pages().get(printed.pages().size() - 1);
      assertThat(last.lines()).contains("Checkpoint");
      assertThat(last.lines())
          .containsSubsequence(checkpoint.note().lines().filter(l -> !l.isEmpty()).toList());
      assertThat(CopiedNote.find(last.getBytes(StandardCharsets.UTF_8)))
          .contains(checkpoint.note());
    }
  }

  private static LedgerEntry step(long seq, String id, StepOutcome outcome) {
    return Entries.entry(seq, EntryKind.RESTORATION, Entries.step(id, outcome, "Q1"));
  }

  private static Printed print(String zone, LedgerEntry... others) throws Exception {
    List<LedgerEntry> entries = new ArrayList<>(List.of(Entries.created(zone)));
    entries.addAll(List.of(others));
    Checkpoint checkpoint = Entries.checkpoint(entries.size());
    return Printed.of(pages -> new LedgerSection(entries, checkpoint).set(pages));
  }
}
