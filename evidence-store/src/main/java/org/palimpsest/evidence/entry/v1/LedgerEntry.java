package org.palimpsest.evidence.entry.v1;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.UtcTime;

/**
 * An entry of the ledger.
 *
 * <p>The typed views throw {@link IllegalArgumentException} where a field is missing or has another
 * form; entries that a {@code CaseFile} answers have all the fields that are always there.
 *
 * @param seq place in the ledger, from 0
 * @param body everything the entry says
 * @param leafHash RFC 6962 leaf hash of the body's canonical bytes
 */
public record LedgerEntry(long seq, JsonObject body, Sha256 leafHash) {
  /** What the entry is about. */
  public String kind() {
    return body.string("kind");
  }

  /** Whether this is an entry of {@code kind}. */
  public boolean is(EntryKind kind) {
    return kind().equals(kind.text());
  }

  /** Version of the entry's form. */
  public long version() {
    return body.integer("version");
  }

  /** When the entry was made, by the writer's clock, to the millisecond. */
  public Instant time() {
    return UtcTime.parse(body.string("time"));
  }

  /** Who made it. */
  public Actor actor() {
    return Actor.from(body.object("actor"));
  }

  /** Every blob it relies on. */
  public List<BlobUse> blobs() {
    return body.array("blobs").objects().stream().map(BlobUse::from).toList();
  }

  /** The step it logs, if it logs one. */
  public Optional<Step> step() {
    return body.has("plan") ? Optional.of(Step.from(body)) : Optional.empty();
  }

  /**
   * Reads all fields that are always there.
   *
   * @throws IllegalArgumentException if one is missing or has another form
   */
  public LedgerEntry checked() {
    if (body.integer("seq") != seq || kind().isEmpty() || version() < 1) {
      throw new IllegalArgumentException("the entry's seq, kind or version is wrong");
    }
    time();
    actor();
    blobs();
    return this;
  }
}
