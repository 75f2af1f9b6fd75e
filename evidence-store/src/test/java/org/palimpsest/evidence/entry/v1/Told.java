package org.palimpsest.evidence.entry.v1;

import java.util.Base64;
import java.util.List;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;

/** Entries as a ledger tells them, without a ledger: made from words, signed by nobody. */
final class Told {
  static final String ORIGIN = "palimpsest/case/6f1c2a34-5b6d-4e7f-8091-a2b3c4d5e6f7";
  static final Person EXAMINER = new Person("E. Xaminer", key(1), Role.EXAMINER);

  private Told() {}

  /** Thirty-two bytes that are all {@code n}: nothing here asks whether a point is on the curve. */
  static VerifyingKey key(int n) {
    byte[] raw = new byte[32];
    java.util.Arrays.fill(raw, (byte) n);
    return new VerifyingKey(Base64.getEncoder().encodeToString(raw));
  }

  static People first() {
    return People.first(ORIGIN, EXAMINER.name(), EXAMINER.key());
  }

  static LedgerEntry entry(Person actor, EntryKind kind, JsonObject fields, BlobUse... blobs) {
    Actor who = new Actor(actor.name(), actor.key().id(ORIGIN));
    JsonObject body = EntryDraft.of(kind, fields, List.of(blobs)).body(7, Laboratory.NOON, who);
    return new LedgerEntry(7, body, Sha256.hash(CanonicalJson.bytes(body)));
  }

  static LedgerEntry admits(Person person) {
    return entry(
        EXAMINER, EntryKind.PERSON_ADMITTED, JsonObject.empty().with("person", person.toJson()));
  }

  static LedgerEntry dismisses(Person person) {
    return entry(
        EXAMINER,
        EntryKind.PERSON_DISMISSED,
        JsonObject.empty().with("person", person.toJson()).with("reason", "has left"));
  }

  static LedgerEntry issues(Person actor, ReportName name) {
    return entry(
        actor,
        EntryKind.REPORT_ISSUED,
        JsonObject.empty().with("id", name.id()).with("fileName", name.id() + ".pdf"),
        new BlobUse(new BlobRef(name.sha256(), 1), "report"));
  }

  static LedgerEntry reviews(Person reviewer, ReportName name, String verdict) {
    return reviews(reviewer, name, verdict, 0);
  }

  static LedgerEntry reviews(Person reviewer, ReportName name, String verdict, int second) {
    return entry(
        EXAMINER,
        EntryKind.REVIEW_RECEIVED,
        JsonObject.empty()
            .with("reviewer", reviewer.toJson())
            .with("verdict", verdict)
            .with("comments", 0)
            .with("signedTime", "2026-03-01T12:00:0" + second + ".000Z")
            .with("report", name.toJson()));
  }

  static LedgerEntry releases(ReportName name) {
    return entry(
        EXAMINER, EntryKind.REPORT_RELEASED, JsonObject.empty().with("report", name.toJson()));
  }
}
