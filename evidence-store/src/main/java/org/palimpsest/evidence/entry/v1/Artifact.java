package org.palimpsest.evidence.entry.v1;

import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * What went into a step or came out of it.
 *
 * @param id the name it has in the case
 * @param sha256 of the stored content
 */
public record Artifact(String id, Sha256 sha256) {
  /** As the ledger writes it. */
  public JsonObject toJson() {
    return JsonObject.empty().with("id", id).with("sha256", sha256.hex());
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws IllegalArgumentException if a field is missing or has another form
   */
  public static Artifact from(JsonObject json) {
    return new Artifact(json.string("id"), new Sha256(json.string("sha256")));
  }
}
