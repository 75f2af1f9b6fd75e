package org.palimpsest.evidence.entry.v1;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.UtcTime;

/**
 * What the author of an entry says. The ledger adds version, sequence number, time and actor.
 *
 * @param kind lower-case words joined by hyphens
 * @param fields the kind's own fields
 * @param blobs every blob that the entry relies on
 */
public record EntryDraft(String kind, JsonObject fields, List<BlobUse> blobs) {
  /** The version of the entries that this package writes. */
  public static final long VERSION = 1;

  private static final Set<String> ALWAYS_THERE =
      Set.of("kind", "version", "seq", "time", "actor", "blobs");
  private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * Keeps a copy of {@code blobs}.
   *
   * @throws IllegalArgumentException for another form of kind, or a field that is the ledger's
   */
  public EntryDraft {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not the kind of an entry: " + kind);
    }
    for (String name : ALWAYS_THERE) {
      if (fields.has(name)) {
        throw new IllegalArgumentException("the field \"" + name + "\" is the ledger's own");
      }
    }
    blobs = List.copyOf(blobs);
  }

  /** A draft of one of the known kinds. */
  public static EntryDraft of(EntryKind kind, JsonObject fields, List<BlobUse> blobs) {
    return new EntryDraft(kind.text(), fields, blobs);
  }

  /** The body of the entry, with what the ledger adds. */
  public JsonObject body(long seq, Instant time, Actor actor) {
    return fields
        .with("kind", kind)
        .with("version", VERSION)
        .with("seq", seq)
        .with("time", UtcTime.format(time))
        .with("actor", actor.toJson())
        .with("blobs", JsonArray.of(blobs.stream().map(BlobUse::toJson).toList()));
  }
}
