package org.palimpsest.evidence.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.PersonName;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;

/** What became of each report: draft, reviewed, released. */
final class ReportStates {
  private final Map<Key, Issued> issued = new LinkedHashMap<>();
  private final Flags flags;

  ReportStates(Flags flags) {
    this.flags = flags;
  }

  Collection<Issued> all() {
    return issued.values();
  }

  /** The report with this name and content, if one was issued. */
  Optional<Issued> find(String id, Sha256 sha256) {
    return Optional.ofNullable(issued.get(new Key(id, sha256)));
  }

  void issue(long seq, JsonObject body, Person by) {
    BlobClaim blob = BlobClaim.from(body.array("blobs").objects().get(0));
    Issued report =
        new Issued(seq, body.string("fileName"), blob, by, new ArrayList<>(), new AtomicBoolean());
    issued.putIfAbsent(new Key(body.string("id"), blob.sha256()), report);
  }

  /** Takes in a review, and flags one that does not count. */
  void review(long seq, JsonObject body, People people) {
    if (!body.has("report")) {
      return;
    }
    Issued report = named(body);
    JsonObject reviewer = body.object("reviewer");
    Optional<Person> person =
        people
            .inForce(new VerifyingKey(reviewer.string("publicKey")))
            .filter(p -> p.role() == Role.REVIEWER && p.name().equals(reviewer.string("name")));
    boolean self = report.isBy(reviewer);
    if (person.isEmpty() || self) {
      String why = self ? "of who issued the report" : "of no reviewer whom the case admits";
      flags.add(FlagCause.REVIEW_DOES_NOT_COUNT, seq, "the review in entry " + seq + " is " + why);
    }
    String folded = PersonName.folded(reviewer.string("name"));
    Instant signed = EntryRules.time(body.string("signedTime"));
    boolean older = report.hasNewer(folded, signed);
    if (older) {
      String why = " was signed no later than another of the same reviewer before it";
      flags.add(FlagCause.REVIEW_DOES_NOT_COUNT, seq, "the review in entry " + seq + why);
    }
    if (report.released().get() && body.string("verdict").equals("objects")) {
      String words = "the review in entry " + seq + " objects to a report that was released before";
      flags.add(FlagCause.OBJECTED_AFTER_RELEASE, seq, words);
    }
    boolean counts = person.isPresent() && !self && !older;
    report.reviews().add(new Review(folded, body.string("verdict"), signed, counts, self));
  }

  /**
   * @throws BrokenRule unless the reviews so far allow the release
   */
  void release(JsonObject body) {
    Issued report = named(body);
    Map<String, String> newest = new LinkedHashMap<>();
    report.reviews().stream()
        .filter(review -> review.counts() && !review.verdict().equals("comments"))
        .forEach(review -> newest.put(review.reviewer(), review.verdict()));
    if (newest.containsValue("objects")) {
      throw new BrokenRule(Cause.RELEASE_OVER_OBJECTION, "a reviewer objects to this release");
    }
    if (newest.containsValue("agrees")) {
      report.released().set(true);
      return;
    }
    if (report.reviews().stream().anyMatch(Review::self)) {
      throw new BrokenRule(
          Cause.SELF_REVIEW, "the report was reviewed by nobody but who issued it");
    }
    throw new BrokenRule(
        Cause.RELEASE_WITHOUT_REVIEW, "no reviewer of the case agreed to this release");
  }

  private Issued named(JsonObject body) {
    JsonObject report = body.object("report");
    return find(report.string("id"), new Sha256(report.string("sha256")))
        .orElseThrow(() -> new IllegalArgumentException("its report was not issued before"));
  }

  private record Key(String id, Sha256 sha256) {}

  private record Review(
      String reviewer, String verdict, Instant signed, boolean counts, boolean self) {}

  /**
   * A report that was issued.
   *
   * @param seq of the entry
   * @param fileName in the folder of the reports
   * @param blob its bytes
   * @param by who issued it
   * @param reviews so far
   * @param released so far
   */
  record Issued(
      long seq,
      String fileName,
      BlobClaim blob,
      Person by,
      List<Review> reviews,
      AtomicBoolean released) {
    /** Whether this reviewer signed a verdict that counts no earlier than {@code signed}. */
    private boolean hasNewer(String reviewer, Instant signed) {
      return reviews.stream()
          .filter(r -> r.counts() && r.reviewer().equals(reviewer))
          .filter(r -> !r.verdict().equals("comments"))
          .anyMatch(r -> !signed.isAfter(r.signed()));
    }

    private boolean isBy(JsonObject reviewer) {
      return PersonName.same(by.name(), reviewer.string("name"))
          || by.key().base64().equals(reviewer.string("publicKey"));
    }
  }
}
