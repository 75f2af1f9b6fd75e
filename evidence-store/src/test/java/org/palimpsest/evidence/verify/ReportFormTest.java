package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.CanonicalJson;

@DisplayName("a verification report")
final class ReportFormTest {
  private static final String HASH = "b".repeat(64);

  @Test
  @DisplayName("of a sound case has this form")
  void sound() {
    VerificationReport report =
        new VerificationReport(
            Optional.of("id"), 2, 2, 1, true, List.of(), List.of(), Optional.of("note\n"));
    assertThat(report.verified()).isTrue();
    assertThat(CanonicalJson.text(report.toJson()))
        .isEqualTo(
            "{\"anchored\":true,\"blobs\":1,\"caseId\":\"id\",\"checkpoint\":\"note\\n\","
                + "\"checkpoints\":2,\"entries\":2,\"findings\":[],\"remarks\":[],"
                + "\"verified\":true}");
  }

  @Test
  @DisplayName("of a spoilt case has this form")
  void spoilt() {
    Finding blob = new Finding(Subject.BLOB, Optional.of(4L), Optional.of(HASH), "is missing");
    Finding ledger = Finding.of(Subject.LEDGER, "is odd");
    VerificationReport report =
        new VerificationReport(
            Optional.empty(),
            0,
            0,
            0,
            false,
            List.of(blob, ledger),
            List.of("r"),
            Optional.empty());
    assertThat(report.verified()).isFalse();
    assertThat(CanonicalJson.text(report.toJson()))
        .isEqualTo(
            "{\"anchored\":false,\"blobs\":0,\"checkpoints\":0,\"entries\":0,\"findings\":["
                + "{\"seq\":4,\"sha256\":\""
                + HASH
                + "\",\"subject\":\"blob\",\"words\":\"is missing\"},"
                + "{\"subject\":\"ledger\",\"words\":\"is odd\"}],\"remarks\":[\"r\"],"
                + "\"verified\":false}");
    assertThat(blob.line()).isEqualTo("blob 4 " + HASH + ": is missing");
    assertThat(ledger.line()).isEqualTo("ledger: is odd");
  }

  @Test
  @DisplayName("passes on nothing of a hostile case that a terminal or JSON could stumble over")
  void clean() {
    String hostile = "a\nb\u001b[2Jc\ud800d\u202ee\u0000" + "x".repeat(1000);
    Finding finding = Finding.of(Subject.ANCHOR, hostile);
    assertThat(finding.words())
        .startsWith("a\uFFFDb\uFFFD[2Jc\uFFFDd\uFFFDe\uFFFDxxx")
        .hasSize(401);
    assertThat(CanonicalJson.bytes(finding.toJson())).isNotEmpty();
  }

  @Test
  @DisplayName("does not change when the lists it was made of do")
  void keepsCopies() {
    List<Finding> findings = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    VerificationReport report =
        new VerificationReport(
            Optional.empty(), 0, 0, 0, false, findings, remarks, Optional.empty());
    findings.add(Finding.of(Subject.LEDGER, "late"));
    remarks.add("late");
    assertThat(report.verified()).isTrue();
    assertThat(report.remarks()).isEmpty();
  }

  @Test
  @DisplayName("places a finding only where a ledger has places")
  void places() {
    Findings findings = new Findings();
    findings.add(Subject.LEDGER, -1, "below");
    findings.add(Subject.LEDGER, Long.MAX_VALUE, "above");
    findings.add(Subject.CHECKPOINT, 5, "within");
    assertThat(findings.list())
        .containsExactly(
            Finding.of(Subject.LEDGER, "below"),
            Finding.of(Subject.LEDGER, "above"),
            Finding.of(Subject.CHECKPOINT, 5, "within"));
  }

  @Test
  @DisplayName("names its subjects by these words")
  void subjects() {
    assertThat(Subject.values())
        .extracting(Subject::text)
        .containsExactly("ledger", "checkpoint", "anchor", "blob");
  }
}
