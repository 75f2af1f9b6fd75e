package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("a review of a checkpoint that others signed before")
final class CoSignedReviewTest {
  @TempDir Path desk;
  private SigningKey one;
  private SigningKey two;
  private Review review;

  @BeforeEach
  void review() throws Exception {
    Laboratory lab = new Laboratory(desk);
    one = lab.keyOf("R. One");
    two = lab.keyOf("R. Two");
    try (CaseFile open = lab.create()) {
      review = comments(Checkpoint.originOf(open.caseId()), open.latestCheckpoint(), one);
    }
  }

  @Test
  @DisplayName("keeps every signature and adds its own behind them")
  void adds() {
    Review second = by(two, firstSeen());
    ReviewStatement statement = ReviewStatement.sign(second, two::sign);
    Checkpoint all = ReviewStatement.parse(statement.bytes()).review().checkpoint();
    SignedNote note = SignedNote.parse(all.note());
    assertThat(note.signatures())
        .extracting(NoteSignature::keyName)
        .containsExactly(all.origin(), name(one), name(two));
    assertThat(note.isSignedBy(name(one), one.verifyingKey())).isTrue();
    assertThat(note.isSignedBy(name(two), two.verifyingKey())).isTrue();
    assertThat(note.text()).isEqualTo(SignedNote.parse(review.checkpoint().note()).text());
    assertThat(all.root()).isEqualTo(review.checkpoint().root());
  }

  @Test
  @DisplayName("is signed again by the same person and still holds")
  void again() {
    ReviewStatement statement = ReviewStatement.sign(by(one, firstSeen()), one::sign);
    Review read = ReviewStatement.parse(statement.bytes()).review();
    assertThat(SignedNote.parse(read.checkpoint().note()).signatures())
        .extracting(NoteSignature::keyName)
        .endsWith(name(one), name(one));
  }

  @Test
  @DisplayName("does not hold by somebody else's signature, on the review or on the checkpoint")
  void others() {
    assertThatThrownBy(() -> ReviewStatement.parse(ReviewStatement.sign(review, two::sign).bytes()))
        .isInstanceOf(NoteException.class)
        .hasMessage("the review has no valid signature by the key that it names");
    // by two, over the checkpoint that one alone signed
    String text = CanonicalJson.text(by(two, firstSeen()).toJson()) + "\n";
    byte[] signature = two.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(name(two), two.verifyingKey(), signature);
    byte[] file = new SignedNote(text, List.of(line)).format().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ReviewStatement.parse(file))
        .hasMessage("the reviewer did not sign the checkpoint");
  }

  @Test
  @DisplayName("is of one case: a checkpoint of another is not taken")
  void otherCase() {
    Checkpoint seen = review.checkpoint();
    Checkpoint other =
        new Checkpoint("palimpsest/case/other", seen.size(), seen.root(), seen.note());
    assertThatThrownBy(() -> by(one, other))
        .isInstanceOf(JsonException.class)
        .hasMessage("its checkpoint is of another case");
  }

  @Test
  @DisplayName("has 1 MiB of UTF-8 at most")
  void limits() {
    assertThatThrownBy(() -> ReviewStatement.parse(new byte[ReviewStatement.LARGEST + 1]))
        .isInstanceOf(NoteException.class)
        .hasMessageContaining("at most 1048576 bytes");
    byte[] latin = ReviewStatement.sign(review, one::sign).bytes();
    latin[latin.length - 3] = (byte) 0xe9;
    assertThatThrownBy(() -> ReviewStatement.parse(latin)).hasMessageContaining("not UTF-8");
  }

  private Checkpoint firstSeen() {
    return ReviewStatement.sign(review, one::sign).review().checkpoint();
  }

  private Review by(SigningKey key, Checkpoint seen) {
    return comments(review.checkpoint().origin(), seen, key);
  }

  private static Review comments(String origin, Checkpoint seen, SigningKey key) {
    return new Review(
        java.util.UUID.fromString(origin.substring(origin.lastIndexOf('/') + 1)),
        seen,
        Optional.empty(),
        ReviewVerdict.COMMENTS,
        List.of(new ReviewComment("", "seen")),
        "A person",
        key.verifyingKey(),
        Laboratory.NOON);
  }

  private static String name(SigningKey key) {
    return ReviewStatement.keyName(key.verifyingKey());
  }
}
