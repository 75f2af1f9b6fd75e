package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("a further signature line in a checkpoint of the case")
final class ExtraSignaturesTest {
  private static final int SIZE = 3; // no checkpoint that anything names

  @TempDir Path desk;
  private ReviewedCase reviewed;
  private String origin;

  @BeforeEach
  void makeCase() throws Exception {
    reviewed = new ReviewedCase(new Laboratory(desk)).write();
    origin = new Intruder(reviewed.lab()).origin();
  }

  @Test
  @DisplayName("by somebody of the case is counted, under either key name")
  void known() throws Exception {
    SigningKey reviewer = reviewed.lab().keyOf(ReviewedCase.REVIEWER);
    add(line(ReviewStatement.keyName(reviewer.verifyingKey()), reviewer, text()));
    VerificationReport report = Verdict.anchored(reviewed.lab());
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags()).isEmpty();
    assertThat(report.signatures().further()).isEqualTo(1);
    add(line(origin, reviewer, text()));
    assertThat(Verdict.anchored(reviewed.lab()).signatures().further()).isEqualTo(2);
    assertThat(Verdict.anchored(reviewed.lab()).flags()).isEmpty();
    assertThat(Verdict.anchored(reviewed.lab()).signatures().line())
        .endsWith("; 2 more by people of the case");
  }

  @Test
  @DisplayName("by somebody of the case that does not hold is a finding, asked for or not")
  void broken() throws Exception {
    SigningKey reviewer = reviewed.lab().keyOf(ReviewedCase.REVIEWER);
    add(line(ReviewStatement.keyName(reviewer.verifyingKey()), reviewer, text() + "x"));
    assertThat(Verdict.anchored(reviewed.lab()).findings())
        .singleElement()
        .matches(f -> f.cause() == Cause.SIGNATURE_INVALID)
        .matches(f -> f.seq().orElseThrow() == SIZE)
        .matches(f -> f.words().contains("further signature by R. Viewer does not hold"));
  }

  @Test
  @DisplayName("by nobody of the case is a remark, under whatever key name")
  void unknown() throws Exception {
    SigningKey stranger = reviewed.lab().keyOf("Stranger");
    SigningKey reviewer = reviewed.lab().keyOf(ReviewedCase.REVIEWER);
    add(line("palimpsest/reviewer/r1", stranger, text()));
    add(line(origin, stranger, text()));
    add(line(ReviewStatement.keyName(reviewer.verifyingKey()), stranger, text()));
    add(line("palimpsest/reviewer/r1", reviewer, text()));
    VerificationReport report = Verdict.anchored(reviewed.lab());
    assertThat(report.findings()).isEmpty();
    assertThat(report.signatures().further()).isZero();
    assertThat(report.flags())
        .hasSize(4)
        .allMatch(flag -> flag.cause() == FlagCause.UNKNOWN_SIGNATURE)
        .allMatch(flag -> flag.seq().orElseThrow() == SIZE);
    assertThat(report.flags().get(0).words())
        .isEqualTo(
            "the checkpoint of size 3 has a signature line by nobody of the case,"
                + " palimpsest/reviewer/r1");
  }

  @Test
  @DisplayName("that repeats the signature that must be there is a remark")
  void repeated() throws Exception {
    add(line(origin, reviewed.lab().key(), text()));
    VerificationReport report = Verdict.anchored(reviewed.lab());
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags())
        .singleElement()
        .matches(flag -> flag.words().endsWith("has a second signature line by E. Xaminer"));
    assertThat(report.signatures().further()).isZero();
  }

  @Test
  @DisplayName("is looked at for the first sixteen only")
  void many() throws Exception {
    SigningKey stranger = reviewed.lab().keyOf("Stranger");
    for (int i = 0; i < 18; i++) {
      add(line("palimpsest/reviewer/r" + i, stranger, text()));
    }
    assertThat(Verdict.anchored(reviewed.lab()).flags())
        .hasSize(17)
        .last()
        .matches(flag -> flag.words().endsWith("2 more signature lines, not looked at"));
  }

  private static String line(String keyName, SigningKey key, String text) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return NoteSignature.of(keyName, key.verifyingKey(), signature).line();
  }

  private void add(String line) throws Exception {
    reviewed
        .lab()
        .tamper(
            "UPDATE checkpoint SET note = note || '" + line + "' || char(10) WHERE size = " + SIZE);
  }

  private String text() throws Exception {
    try (var stranger = reviewed.lab().stranger();
        var statement = stranger.createStatement();
        var row = statement.executeQuery("SELECT note FROM checkpoint WHERE size = " + SIZE)) {
      String note = row.next() ? row.getString(1) : "";
      assertThat(Checkpoint.parse(note).size()).isEqualTo(SIZE);
      return SignedNote.parse(note).text();
    }
  }
}
