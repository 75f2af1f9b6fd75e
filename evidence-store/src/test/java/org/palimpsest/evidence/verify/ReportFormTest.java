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
  private static final SignatureCount NONE = new SignatureCount(0, 0, 0);

  @Test
  @DisplayName("of a sound case has this form")
  void sound() {
    VerificationReport report =
        new VerificationReport(
            Optional.of("id"),
            2,
            2,
            1,
            new SignatureCount(1, 2, 0),
            true,
            List.of(),
            List.of(),
            Optional.of("note\n"));
    assertThat(report.verified()).isTrue();
    assertThat(CanonicalJson.text(report.toJson()))
        .isEqualTo(
            "{\"anchored\":true,\"blobs\":1,\"caseId\":\"id\",\"checkpoint\":\"note\\n\","
                + "\"checkpoints\":2,\"entries\":2,\"findings\":[],\"flags\":[],"
                + "\"remarks\":[],"
                + "\"signatures\":{\"checked\":1,\"further\":0,\"of\":2},"
                + "\"verified\":true}");
    assertThat(report.lines())
        .containsExactly(
            "verified: 2 entries, 2 checkpoints, 1 blob",
            "signatures checked: 1 of 2 (newest, anchored, reported, reviewed, stamped, last of"
                + " each key); --every-signature checks all");
  }

  @Test
  @DisplayName("of a spoilt case has this form")
  void spoilt() {
    Finding blob =
        new Finding(
            Cause.BLOB_MISSING, Subject.BLOB, Optional.of(4L), Optional.of(HASH), "is missing");
    Finding ledger = Finding.of(Cause.UNREADABLE, Subject.LEDGER, "is odd");
    VerificationReport report =
        new VerificationReport(
            Optional.empty(),
            0,
            0,
            0,
            NONE,
            false,
            List.of(blob, ledger),
            List.of(
                new Flag(FlagCause.CLOCK_AHEAD, Optional.of(7L), "r"),
                new Flag(FlagCause.NOT_ANCHORED, Optional.empty(), "a")),
            Optional.empty());
    assertThat(report.verified()).isFalse();
    assertThat(CanonicalJson.text(report.toJson()))
        .isEqualTo(
            "{\"anchored\":false,\"blobs\":0,\"checkpoints\":0,\"entries\":0,\"findings\":["
                + "{\"cause\":\"BLOB_MISSING\",\"doesNotProve\":\""
                + Cause.BLOB_MISSING.doesNotProve()
                + "\",\"proves\":\""
                + Cause.BLOB_MISSING.proves()
                + "\",\"seq\":4,\"sha256\":\""
                + HASH
                + "\",\"subject\":\"blob\",\"words\":\"is missing\"},"
                + "{\"cause\":\"UNREADABLE\",\"doesNotProve\":\""
                + Cause.UNREADABLE.doesNotProve()
                + "\",\"proves\":\""
                + Cause.UNREADABLE.proves()
                + "\",\"subject\":\"ledger\",\"words\":\"is odd\"}],"
                + "\"flags\":[{\"cause\":\"CLOCK_AHEAD\",\"seq\":7,\"words\":\"r\"},"
                + "{\"cause\":\"NOT_ANCHORED\",\"words\":\"a\"}],"
                + "\"remarks\":[\"r\",\"a\"],"
                + "\"signatures\":{\"checked\":0,\"further\":0,\"of\":0},\"verified\":false}");
    assertThat(report.lines())
        .containsExactly(
            "NOT VERIFIED: no entry could be read",
            blob.line(),
            ledger.line(),
            "BLOB_MISSING proves " + Cause.BLOB_MISSING.proves(),
            "BLOB_MISSING does not prove " + Cause.BLOB_MISSING.doesNotProve(),
            "UNREADABLE proves " + Cause.UNREADABLE.proves(),
            "UNREADABLE does not prove " + Cause.UNREADABLE.doesNotProve(),
            "r",
            "a");
    assertThat(blob.line()).isEqualTo("blob 4 " + HASH + ": is missing");
    assertThat(ledger.line()).isEqualTo("ledger: is odd");
  }

  @Test
  @DisplayName("says how many signatures were checked, and of others that hold")
  void signatures() {
    assertThat(new SignatureCount(4, 4, 0).line()).isEqualTo("signatures checked: 4 of 4");
    assertThat(new SignatureCount(41, 41, 2).line())
        .isEqualTo("signatures checked: 41 of 41; 2 more by people of the case");
    assertThat(new SignatureCount(3, 41, 1).line())
        .startsWith("signatures checked: 3 of 41 (newest, ")
        .endsWith("--every-signature checks all; 1 more by people of the case");
  }

  @Test
  @DisplayName("passes on nothing of a hostile case that a terminal or JSON could stumble over")
  void clean() {
    String hostile = "a\nb\u001b[2Jc\ud800d\u202ee\u0000" + "x".repeat(1000);
    Finding finding = Finding.of(Cause.OTHER_CASE, Subject.ANCHOR, hostile);
    assertThat(finding.words())
        .startsWith("a\uFFFDb\uFFFD[2Jc\uFFFDd\uFFFDe\uFFFDxxx")
        .hasSize(401);
    assertThat(CanonicalJson.bytes(finding.toJson())).isNotEmpty();
  }

  @Test
  @DisplayName("does not change when the lists it was made of do")
  void keepsCopies() {
    List<Finding> findings = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    VerificationReport report =
        new VerificationReport(
            Optional.empty(), 0, 0, 0, NONE, false, findings, flags, Optional.empty());
    findings.add(Finding.of(Cause.MORE, Subject.LEDGER, "late"));
    flags.add(new Flag(FlagCause.MORE, Optional.empty(), "late"));
    assertThat(report.verified()).isTrue();
    assertThat(report.remarks()).isEmpty();
  }

  @Test
  @DisplayName("places a finding only where a ledger has places")
  void places() {
    Findings findings = new Findings();
    findings.add(Cause.ENTRY_MISSING, Subject.LEDGER, -1, "below");
    findings.add(Cause.ENTRY_MISSING, Subject.LEDGER, 1L << 53, "above");
    findings.add(Cause.ENTRY_MISSING, Subject.LEDGER, 0, "first");
    findings.add(Cause.ENTRY_MISSING, Subject.CHECKPOINT, (1L << 53) - 1, "last");
    assertThat(findings.list())
        .containsExactly(
            Finding.of(Cause.ENTRY_MISSING, Subject.LEDGER, "below"),
            Finding.of(Cause.ENTRY_MISSING, Subject.LEDGER, "above"),
            Finding.of(Cause.ENTRY_MISSING, Subject.LEDGER, 0, "first"),
            Finding.of(Cause.ENTRY_MISSING, Subject.CHECKPOINT, (1L << 53) - 1, "last"));
    assertThat(findings.list().get(3).seq()).contains((1L << 53) - 1);
    assertThat(findings.list().get(1).seq()).isEmpty();
  }

  @Test
  @DisplayName("names its subjects by these words")
  void subjects() {
    assertThat(Subject.values())
        .extracting(Subject::text)
        .containsExactly("ledger", "checkpoint", "anchor", "blob", "bundle");
  }

  @Test
  @DisplayName("says of every cause what it does and does not prove, on a line each")
  void causes() {
    assertThat(Cause.values())
        .allMatch(cause -> cause.proves().length() > 20 && cause.doesNotProve().length() > 5)
        .allMatch(cause -> !cause.proves().equals(cause.doesNotProve()))
        .allMatch(cause -> (cause.proves() + cause.doesNotProve()).lines().count() == 1);
  }

  @Test
  @DisplayName("does not collect flags without end, and says how many it left out")
  void manyFlags() {
    Flags flags = new Flags();
    for (int i = 0; i < 203; i++) {
      flags.add(FlagCause.CLOCK_AHEAD, i, "late");
    }
    assertThat(flags.list()).hasSize(201);
    assertThat(flags.list().get(200).words()).isEqualTo("3 more remarks are left out");
    assertThat(flags.has(FlagCause.CLOCK_AHEAD)).isTrue();
    assertThat(flags.has(FlagCause.REMAINS)).isFalse();
  }
}
