package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("a review")
final class ReviewStatementTest {
  @TempDir Path desk;
  private SigningKey key;
  private Review review;

  @BeforeEach
  void review() throws Exception {
    Laboratory lab = new Laboratory(desk);
    key = lab.keyOf("R. Eviewer");
    try (CaseFile file = lab.create()) {
      review =
          new Review(
              file.caseId(),
              file.latestCheckpoint(),
              Optional.of(new ReportName("P1", Sha256.hash(new byte[] {1}))),
              ReviewVerdict.OBJECTS,
              List.of(new ReviewComment("R1", "Which protector?\n\nSee the log."), whole()),
              "R. Eviewer",
              key.verifyingKey(),
              Laboratory.NOON);
    }
  }

  private static ReviewComment whole() {
    return new ReviewComment("", "Überall \u2028 gut");
  }

  private ReviewStatement signed() {
    return ReviewStatement.sign(review, key::sign);
  }

  @Test
  @DisplayName("is read back as it was signed")
  void roundTrip() {
    ReviewStatement read = ReviewStatement.parse(signed().bytes());
    assertThat(read).isEqualTo(signed());
    assertThat(read.review().comments()).isEqualTo(review.comments());
    assertThat(read.review().report()).isEqualTo(review.report());
    assertThat(read.review().checkpoint().root()).isEqualTo(review.checkpoint().root());
  }

  @Test
  @DisplayName("is not signed where nobody could read it again")
  void tooLarge() {
    int room = ReviewStatement.LARGEST - signed().bytes().length;
    Review largest = saying("x".repeat(room + review.comments().get(1).text().length() + 2));
    ReviewStatement read = ReviewStatement.sign(largest, key::sign);
    assertThat(ReviewStatement.parse(read.bytes())).isEqualTo(read);
    assertThat(read.bytes()).hasSizeGreaterThan(ReviewStatement.LARGEST - 16);
    Review larger = saying("x".repeat(ReviewStatement.LARGEST));
    assertThatThrownBy(() -> ReviewStatement.sign(larger, key::sign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1048576 bytes");
  }

  private Review saying(String text) {
    return new Review(
        review.caseId(),
        review.checkpoint(),
        review.report(),
        review.verdict(),
        List.of(review.comments().get(0), new ReviewComment("", text)),
        review.reviewer(),
        review.key(),
        review.time());
  }

  @Test
  @DisplayName("holds the checkpoint with both signatures")
  void coSigned() {
    Checkpoint both = signed().review().checkpoint();
    SignedNote note = SignedNote.parse(both.note());
    assertThat(note.signatures()).hasSize(2);
    assertThat(note.isSignedBy(ReviewStatement.keyName(key.verifyingKey()), key.verifyingKey()))
        .isTrue();
    assertThat(note.text()).isEqualTo(SignedNote.parse(review.checkpoint().note()).text());
  }

  @Test
  @DisplayName("is refused after a change of any byte")
  void everyByte() {
    byte[] file = signed().bytes();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> ReviewStatement.parse(changed))
          .as("byte " + i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("is refused when it is cut short, empty or too long")
  void otherLengths() {
    byte[] file = signed().bytes();
    List<byte[]> bad = new ArrayList<>();
    bad.add(new byte[0]);
    bad.add(new byte[ReviewStatement.LARGEST + 1]);
    bad.add(java.util.Arrays.copyOf(file, file.length - 1));
    for (byte[] each : bad) {
      assertThatThrownBy(() -> ReviewStatement.parse(each))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("is refused when somebody else signed it")
  void otherKey() {
    SigningKey other = new Laboratory(desk).keyOf("Somebody else");
    byte[] file = ReviewStatement.sign(review, other::sign).bytes();
    assertThatThrownBy(() -> ReviewStatement.parse(file)).hasMessageContaining("valid signature");
  }

  @Test
  @DisplayName("is refused when the checkpoint in it was not signed by the reviewer")
  void checkpointAlone() {
    String text = CanonicalJson.text(review.toJson()) + "\n";
    NoteSignature line =
        NoteSignature.of(
            ReviewStatement.keyName(key.verifyingKey()),
            key.verifyingKey(),
            key.sign(text.getBytes(StandardCharsets.UTF_8)));
    byte[] file = new SignedNote(text, List.of(line)).format().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ReviewStatement.parse(file))
        .hasMessage("the reviewer did not sign the checkpoint");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "palimpsest-review/1, palimpsest-review/2, format",
    "objects, perhaps, verdict",
    "R. Eviewer, '', name",
    "Which protector?\\n\\nSee the log., ' ', comment",
    "\"P1\", 7, string",
  })
  @DisplayName("is refused when a field is wrong")
  void wrongField(String from, String to, String named) {
    String text = CanonicalJson.text(signed().review().toJson()).replace(from, to) + "\n";
    NoteSignature line =
        NoteSignature.of(
            ReviewStatement.keyName(key.verifyingKey()),
            key.verifyingKey(),
            key.sign(text.getBytes(StandardCharsets.UTF_8)));
    byte[] file = new SignedNote(text, List.of(line)).format().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ReviewStatement.parse(file)).hasMessageContaining(named);
  }

  @Test
  @DisplayName("says nothing without a report, but for comments; objects not without a reason")
  void partsGoTogether() {
    assertThatThrownBy(() -> with(Optional.empty(), ReviewVerdict.AGREES, review.comments()))
        .hasMessageContaining("needs the report");
    assertThatThrownBy(() -> with(review.report(), ReviewVerdict.OBJECTS, List.of()))
        .hasMessageContaining("says why");
    assertThat(with(Optional.empty(), ReviewVerdict.COMMENTS, List.of()).report()).isEmpty();
  }

  private Review with(
      Optional<ReportName> report, ReviewVerdict verdict, List<ReviewComment> comments) {
    return new Review(
        review.caseId(),
        review.checkpoint(),
        report,
        verdict,
        comments,
        review.reviewer(),
        review.key(),
        review.time());
  }
}
