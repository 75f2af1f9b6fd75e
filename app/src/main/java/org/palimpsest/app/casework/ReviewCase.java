package org.palimpsest.app.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.IssuedReport;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Review;
import org.palimpsest.evidence.format.ReviewComment;
import org.palimpsest.evidence.format.ReviewStatement;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.UtcTime;
import org.palimpsest.evidence.format.VerifyingKey;
import org.palimpsest.evidence.key.SigningKey;

/** A second person's view of a case: made from the case or a bundle of it, and taken in. */
public final class ReviewCase {
  private static final int SIGNATURE_BYTES = 64;

  private final CheckCase checkCase;
  private final Clock clock;

  ReviewCase(CheckCase checkCase, Clock clock) {
    this.checkCase = checkCase;
    this.clock = clock;
  }

  /**
   * What the reviewer says.
   *
   * @param reviewer name
   * @param report id of a report, for a verdict
   */
  public record Words(
      String reviewer,
      Optional<String> report,
      ReviewVerdict verdict,
      List<ReviewComment> comments) {
    /** Keeps a copy of {@code comments}. */
    public Words {
      comments = List.copyOf(comments);
    }
  }

  /** Where the reviewer's key comes from. */
  @FunctionalInterface
  public interface ReviewerKey {
    /** Opens the key, or makes it; called once nothing else stands in the way of the review. */
    SigningKey open() throws RefusedException;
  }

  /**
   * Signs a review of the case as it is now.
   *
   * @param file the case, or a bundle of it, open for reading at least
   * @throws RefusedException if the parts do not go together, or the reviewer would agree to a case
   *     that does not verify
   */
  public ReviewStatement sign(CaseFile file, Words words, ReviewerKey reviewer)
      throws RefusedException {
    if (words.verdict() == ReviewVerdict.AGREES
        && !checkCase.verify(file.folder(), Optional.empty()).verified()) {
      throw new RefusedException(file.folder() + ": does not verify, so nobody can agree to it");
    }
    for (ReviewComment comment : words.comments()) {
      if (!comment.about().isEmpty()) {
        EntryId.require(file, comment.about());
      }
    }
    Optional<ReportName> report = Optional.empty();
    if (words.report().isPresent()) {
      report = Optional.of(require(file, words.report().get()).name());
    }
    try {
      // a rehearsal under a key that is at hand: who is refused gets no key
      VerifyingKey atHand = file.people().list().get(0).key();
      ReviewStatement.sign(review(file, words, report, atHand), text -> new byte[SIGNATURE_BYTES]);
      SigningKey key = reviewer.open();
      return ReviewStatement.sign(review(file, words, report, key.verifyingKey()), key::sign);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("the review is refused: " + e.getMessage(), e);
    }
  }

  private Review review(CaseFile file, Words words, Optional<ReportName> report, VerifyingKey key) {
    return new Review(
        file.caseId(),
        file.latestCheckpoint(),
        report,
        words.verdict(),
        words.comments(),
        words.reviewer(),
        key,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Takes a signed review into the case as {@code V1}, …
   *
   * @param statement the bytes that {@link #sign} made, here or elsewhere
   */
  public LedgerEntry receive(CaseFile file, byte[] statement)
      throws RefusedException, CaseException {
    ReviewStatement read = read(statement);
    Review review = read.review();
    if (!review.caseId().equals(file.caseId())) {
      throw new RefusedException("the review is of another case, " + review.caseId());
    }
    if (review.checkpoint().size() > file.size()) {
      throw new RefusedException(
          "the reviewer saw "
              + Count.of(review.checkpoint().size(), "entry")
              + ", this case has "
              + file.size()
              + ": it is an older copy");
    }
    try {
      synchronized (file) {
        OnceOnly.REVIEW.requireNew(file, statement);
        BlobRef blob = file.blobs().put(new ByteArrayInputStream(statement));
        return file.append(
            EntryDraft.of(
                EntryKind.REVIEW_RECEIVED,
                fields(EntryId.next(file, EntryKind.REVIEW_RECEIVED, "V"), review),
                List.of(new BlobUse(blob, OnceOnly.REVIEW.role()))));
      }
    } catch (IOException e) {
      throw new RefusedException(
          file.folder() + ": the review cannot be stored (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Lets a reviewed report leave the laboratory.
   *
   * @throws CaseException if no second person agrees, or one objects
   */
  public LedgerEntry release(CaseFile file, String report) throws RefusedException, CaseException {
    ReportName name = require(file, report).name();
    return file.append(
        EntryDraft.of(
            EntryKind.REPORT_RELEASED,
            JsonObject.empty().with("report", name.toJson()),
            List.of()));
  }

  private static IssuedReport require(CaseFile file, String id) throws RefusedException {
    return file.reports()
        .find(id)
        .orElseThrow(
            () ->
                new RefusedException(
                    "no report "
                        + id
                        + " in this case; it has "
                        + Count.list(
                            file.reports().list().stream().map(r -> r.name().id()).toList())));
  }

  private static ReviewStatement read(byte[] statement) throws RefusedException {
    try {
      return ReviewStatement.parse(statement);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("no review: " + e.getMessage(), e);
    }
  }

  private static JsonObject fields(String id, Review review) {
    JsonObject fields =
        JsonObject.empty()
            .with("id", id)
            .with("reviewer", review.key().named(review.reviewer()))
            .with("verdict", review.verdict().text())
            .with("comments", review.comments().size())
            .with("signedTime", UtcTime.format(review.time()));
    return review.report().isPresent()
        ? fields.with("report", review.report().get().toJson())
        : fields;
  }
}
