package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("a signed statement that is not what its entry says of it")
final class ReviewPassTest {
  @TempDir Path desk;
  private ReviewedCase reviewed;
  private SigningKey key;
  private Checkpoint beforeReport;
  private Checkpoint seen;
  private Review honest;

  @BeforeEach
  void writeCase() throws Exception {
    Laboratory lab = new Laboratory(desk);
    reviewed = new ReviewedCase(lab);
    key = lab.keyOf(ReviewedCase.REVIEWER);
    try (CaseFile open = lab.create()) {
      open.append(reviewed.admission(ReviewedCase.REVIEWER, "reviewer"));
      beforeReport = open.latestCheckpoint();
      Laboratory.issueReport(open, ReviewedCase.PDF);
      seen = open.latestCheckpoint();
    }
    honest = statement(seen).review();
  }

  @Test
  @DisplayName("is none of these: the honest one is clean")
  void honest() throws Exception {
    assertThat(findings(statement(seen), honest)).isEmpty();
  }

  @Test
  @DisplayName("is by another reviewer, in name or in key")
  void otherReviewer() throws Exception {
    ReviewStatement named =
        ReviewedCase.review(seen, "R. Other", key, ReviewVerdict.AGREES, ReviewedCase.REPORT);
    assertFound(named, "of another reviewer");
    SigningKey foreign = reviewed.lab().keyOf("somebody");
    ReviewStatement signed =
        ReviewedCase.review(
            seen, ReviewedCase.REVIEWER, foreign, ReviewVerdict.AGREES, ReviewedCase.REPORT);
    assertFound(signed, "of another reviewer");
  }

  @Test
  @DisplayName("has another verdict")
  void otherVerdict() throws Exception {
    assertFound(
        changed(ReviewVerdict.OBJECTS, honest.comments(), 0),
        "says objects, the entry says agrees");
  }

  @Test
  @DisplayName("has another number of comments")
  void otherComments() throws Exception {
    List<ReviewComment> two = List.of(new ReviewComment("", "a"), new ReviewComment("", "b"));
    assertFound(changed(ReviewVerdict.AGREES, two, 0), "has 2 comments, the entry says 1");
  }

  @Test
  @DisplayName("was signed at another time")
  void otherTime() throws Exception {
    assertFound(changed(ReviewVerdict.AGREES, honest.comments(), 1), "was signed at");
  }

  @Test
  @DisplayName("is about another report, or about one that the reviewer cannot have seen")
  void otherReport() throws Exception {
    ReportName other = new ReportName("P2", ReviewedCase.REPORT.sha256());
    assertFound(
        ReviewedCase.review(seen, ReviewedCase.REVIEWER, key, ReviewVerdict.AGREES, other),
        "of another report");
    assertThat(findings(statement(beforeReport), statement(beforeReport).review()))
        .singleElement()
        .matches(f -> f.words().contains("not in the case at the checkpoint"));
  }

  @Test
  @DisplayName("is of another case")
  void otherCase() throws Exception {
    UUID elsewhere = UUID.fromString("00000000-0000-4000-8000-000000000000");
    Checkpoint foreign = signed(Checkpoint.originOf(elsewhere), seen.size(), seen.root());
    assertFound(statement(foreign), "of another case");
  }

  @Test
  @DisplayName("rests on a checkpoint that this case never had")
  void otherCheckpoint() throws Exception {
    Sha256 root = Sha256.hash("another root".getBytes(StandardCharsets.UTF_8));
    Checkpoint other = signed(seen.origin(), seen.size(), root);
    Checkpoint later = signed(seen.origin(), seen.size() + 1, seen.root());
    for (Checkpoint each : List.of(other, later)) {
      assertThat(findings(statement(each), statement(each).review()))
          .anyMatch(f -> f.words().contains("none of this case before the entry"));
    }
  }

  @Test
  @DisplayName("rests on a checkpoint that the case's own signer did not sign")
  void unsignedCheckpoint() throws Exception {
    Checkpoint forged = signed(seen.origin(), seen.size(), seen.root());
    assertThat(findings(statement(forged), statement(forged).review()))
        .singleElement()
        .matches(f -> f.words().contains("its checkpoint:"));
  }

  private ReviewStatement statement(Checkpoint checkpoint) {
    return ReviewedCase.review(
        checkpoint, ReviewedCase.REVIEWER, key, ReviewVerdict.AGREES, ReviewedCase.REPORT);
  }

  /** The honest one with another verdict, comments and time. */
  private ReviewStatement changed(ReviewVerdict verdict, List<ReviewComment> comments, long later) {
    Review review =
        new Review(
            honest.caseId(),
            seen,
            honest.report(),
            verdict,
            comments,
            honest.reviewer(),
            honest.key(),
            honest.time().plusSeconds(later));
    return ReviewStatement.sign(review, key::sign);
  }

  /** A checkpoint under the case's key name, signed by somebody with the reviewer's key alone. */
  private Checkpoint signed(String origin, long size, Sha256 root) {
    String text = Checkpoint.textOf(origin, size, root);
    byte[] id = HexFormat.of().parseHex(key.verifyingKey().id(origin));
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    String line = "\u2014 " + origin + " " + Base64.getEncoder().encodeToString(both);
    return Checkpoint.parse(text + "\n" + line + "\n");
  }

  private void assertFound(ReviewStatement statement, String words) throws Exception {
    assertThat(findings(statement, honest)).anyMatch(f -> f.words().contains(words));
  }

  /** What is found on the review once {@code statement} is in the case, entered as {@code said}. */
  private List<Finding> findings(ReviewStatement statement, Review said) throws Exception {
    Laboratory other = reviewed.copyTo(desk.resolve(UUID.randomUUID().toString())).lab();
    try (CaseFile open = other.open()) {
      BlobRef blob = Laboratory.put(open, new String(statement.bytes(), StandardCharsets.UTF_8));
      open.append(ReviewedCase.review(blob, said));
    }
    VerifyOptions options = new VerifyOptions(false, Optional.empty(), List.of(), Instant.now());
    VerificationReport report =
        new CaseVerifier().verify(other.folder(), AnchorSource.none(), options);
    assertThat(report.findings()).allMatch(f -> f.cause() == Cause.REVIEW_INVALID);
    return report.findings();
  }
}
