package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.UtcTime;

/** Reads what reviewers signed, and compares it with the entries that took it in. */
final class ReviewPass {
  private final CaseContents contents;
  private final CaseHistory history;
  private final Findings findings;
  private final List<Seen> seen = new ArrayList<>();

  ReviewPass(CaseContents contents, CaseHistory history, Findings findings) {
    this.contents = contents;
    this.history = history;
    this.findings = findings;
  }

  /** Reads the statements; what a reviewer saw has to be compared with the entries afterwards. */
  void read() {
    for (CaseHistory.Received entry : history.reviews()) {
      try {
        Optional<Review> review = statement(entry.body());
        if (review.isPresent()) {
          compare(entry, review.get());
          seen.add(new Seen(entry.seq(), review.get().checkpoint()));
        }
      } catch (IllegalArgumentException e) {
        add(entry.seq(), e.getMessage());
      }
    }
  }

  /** The checkpoints that reviewers saw. */
  List<Seen> seen() {
    return seen;
  }

  /** Compares what the reviewers saw with the entries. */
  void compareWith(PrefixTree tree, Signers signers) {
    for (Seen each : seen) {
      Checkpoint checkpoint = each.checkpoint();
      long size = checkpoint.size();
      if (size > each.seq() || !tree.hasRoot((int) size, checkpoint.root())) {
        add(
            each.seq(),
            "the checkpoint that the reviewer saw is none of this case before the entry");
      } else {
        signers
            .ofCheckpoint(size)
            .flatMap(signer -> NoteReading.signatureFault(checkpoint, signer))
            .ifPresent(fault -> add(each.seq(), "its checkpoint: " + fault.words()));
      }
    }
  }

  /**
   * A checkpoint that a reviewer saw.
   *
   * @param seq of the entry that took in the review
   * @param checkpoint with the reviewer's signature
   */
  record Seen(long seq, Checkpoint checkpoint) {}

  private Optional<Review> statement(JsonObject body) {
    try {
      BlobClaim claim = Claims.ofRole(body, "review").orElseThrow();
      Optional<Content> content = contents.blob(claim.sha256());
      if (content.isEmpty()) {
        return Optional.empty(); // said of the blob
      }
      return Optional.of(
          ReviewStatement.parse(content.get().bytes(ReviewStatement.LARGEST)).review());
    } catch (IOException e) {
      throw new IllegalArgumentException("the statement cannot be read", e);
    }
  }

  private void compare(CaseHistory.Received entry, Review review) {
    JsonObject body = entry.body();
    JsonObject reviewer = body.object("reviewer");
    String caseId = history.identity().map(i -> i.caseId().toString()).orElse("");
    require(review.caseId().toString().equals(caseId), "the statement is of another case");
    require(
        reviewer.string("name").equals(review.reviewer())
            && reviewer.string("publicKey").equals(review.key().base64()),
        "the statement is of another reviewer");
    require(
        body.string("verdict").equals(review.verdict().text()),
        "the statement says "
            + review.verdict().text()
            + ", the entry says "
            + body.string("verdict"));
    require(
        body.integer("comments") == review.comments().size(),
        "the statement has "
            + PlainWords.count(review.comments().size(), "comment", "comments")
            + ", the entry says "
            + body.integer("comments"));
    require(
        body.string("signedTime").equals(UtcTime.format(review.time())),
        "the statement was signed at " + UtcTime.format(review.time()));
    Optional<ReportName> report =
        body.has("report") ? Optional.of(ReportName.from(body.object("report"))) : Optional.empty();
    require(review.report().equals(report), "the statement is of another report");
    report.ifPresent(name -> requireSeen(name, review.checkpoint().size()));
  }

  private void requireSeen(ReportName name, long size) {
    boolean issued =
        history
            .reports()
            .find(name.id(), name.sha256())
            .filter(report -> report.seq() < size)
            .isPresent();
    require(issued, "its report was not in the case at the checkpoint that the reviewer saw");
  }

  private void add(long seq, String words) {
    findings.add(Cause.REVIEW_INVALID, Subject.LEDGER, seq, "the review: " + words);
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}
