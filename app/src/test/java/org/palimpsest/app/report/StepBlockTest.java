package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a step in the report")
final class StepBlockTest {
  private static final JsonObject COMPLETED =
      Entries.step("S1", StepOutcome.COMPLETED, "Q1", "K1", "K2");

  @Test
  @DisplayName("names every model, its version and the whole hash of its file")
  void models() throws Exception {
    assertThat(print(COMPLETED).squeezed())
        .contains(
            "guard@1.0,SHA-256" + Entries.hash("model guard").hex(),
            "encoder@1.0,SHA-256" + Entries.hash("model encoder").hex())
        .doesNotContain("self-test");
  }

  @Test
  @DisplayName("marks the models without a self-test, and no others")
  void selfTest() throws Exception {
    JsonArray packages =
        JsonArray.of(
            List.of(
                JsonObject.empty().with("id", "guard").with("selfTest", true),
                JsonObject.empty().with("id", "encoder").with("selfTest", false)));
    Printed printed = print(COMPLETED.with("packages", packages));
    assertThat(printed.squeezed()).contains("encoder@1.0(noself-test),SHA-256");
    assertThat(printed.count("(noself-test)")).isEqualTo(1);
    JsonArray older = JsonArray.of(List.of(JsonObject.empty().with("id", "encoder")));
    assertThat(print(COMPLETED.with("packages", older)).text()).doesNotContain("self-test");
  }

  @Test
  @DisplayName("gives method, version, parameters, entry and the hash of what came out")
  void plan() throws Exception {
    Printed printed = print(COMPLETED);
    assertThat(printed.text()).contains("fixed-point, version 2", "damping = 0.5", "Entry 5");
    assertThat(printed.squeezed()).contains("Result,SHA-256" + Entries.hash("output S1").hex());
  }

  @Test
  @DisplayName("gives a reason where the entry has one")
  void message() throws Exception {
    JsonObject failed = Entries.step("S1", StepOutcome.FAILED, "Q1");
    assertThat(print(failed.with("message", "no room left")).text())
        .contains("Reason no room left");
    assertThat(print(failed).text()).doesNotContain("Reason", "Result");
  }

  @Test
  @DisplayName("of a comparison names everything that was compared")
  void compared() throws Exception {
    assertThat(print(COMPLETED).text()).contains("S1: fixed-point of Q1 with K1, K2: completed");
    assertThat(print(Entries.step("S1", StepOutcome.CANCELLED, "Q1")).text())
        .contains("S1: fixed-point of Q1: cancelled");
  }

  @Test
  @DisplayName("prints each result in words, and no table where there are none")
  void results() throws Exception {
    JsonObject results =
        JsonObject.empty()
            .with("forwardResidualDb", "-61.27")
            .with("similarity", JsonObject.empty().with("K1", "0.5").with("K2", "-0.25"));
    assertThat(print(COMPLETED.with("results", results)).text())
        .contains(
            "Forward residual −61.3 dB",
            "Cosine similarity, K1 0.500",
            "Cosine similarity, K2 −0.250");
    assertThat(print(COMPLETED.with("results", JsonObject.empty())).text())
        .doesNotContain("figure");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("says how it ended, under a comparison's warning that it ranks and no more")
  void comparisons(StepOutcome outcome) throws Exception {
    LedgerEntry entry =
        Entries.entry(5, EntryKind.COMPARISON, Entries.step("C1", outcome, "Q1", "K1"));
    Printed printed = Printed.of(pages -> ComparisonSection.set(pages, List.of(entry)));
    assertThat(printed.squeezed())
        .containsSubsequence(
            "Comparisons",
            "from−1to1.Theyrank;theyarenotlikelihoodratios",
            "C1:fixed-pointofQ1withK1:" + outcome.text())
        .doesNotContain("Nonewastried");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("states nobody's identity, in whatever report and however it ended")
  void chosenWords(StepOutcome outcome) throws Exception {
    List<LedgerEntry> entries =
        List.of(
            Entries.created("Europe/Berlin"),
            Entries.entry(
                1,
                EntryKind.RECORDING_IMPORTED,
                Entries.recording("Q1", "Call", "call.wav", 9).with("speaker", "N. N.")),
            Entries.entry(2, EntryKind.RESTORATION, Entries.step("R1", outcome, "Q1", "K1")),
            Entries.entry(3, EntryKind.COMPARISON, Entries.step("C1", outcome, "R1", "K1")),
            Entries.entry(4, EntryKind.REPORT_ISSUED, JsonObject.empty()));
    CaseReport report = new CaseReport(entries, Entries.checkpoint(5), false, "P");
    Printed printed = Printed.read(report.toPdf(List.of(), List.of(), List.of(), Map.of()));
    assertThat(printed.squeezed())
        .contains("R1:fixed-pointofQ1(originalknown:K1):" + outcome.text(), "report-issued")
        .doesNotContainIgnoringCase(
            "match", "identified", "identification", "probabilitythat", "thevoiceis");
    assertThat(printed.text()).contains("2 " + outcome.text().replace('-', ' '));
  }

  @Test
  @DisplayName("is missed where nothing was compared")
  void none() throws Exception {
    assertThat(Printed.of(pages -> ComparisonSection.set(pages, List.of())).text())
        .contains("Comparisons", "None was tried.")
        .doesNotContain("similarities");
  }

  private static Printed print(JsonObject step) throws Exception {
    LedgerEntry entry = Entries.entry(5, EntryKind.COMPARISON, step);
    return Printed.of(pages -> StepBlock.set(pages, entry));
  }
}
