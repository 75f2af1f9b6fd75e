package org.palimpsest.evidence.entry.v1;

import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.format.JsonException;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * A blob that an entry relies on.
 *
 * @param blob which
 * @param role what it is to the entry, in one word: {@code recording}, {@code model}, …
 */
public record BlobUse(BlobRef blob, String role) {
  /**
   * @throws IllegalArgumentException for a blank role
   */
  public BlobUse {
    if (role.isBlank()) {
      throw new IllegalArgumentException("a blob's role is not blank");
    }
  }

  /** As the ledger writes it. */
  public JsonObject toJson() {
    return JsonObject.empty()
        .with("sha256", blob.sha256().hex())
        .with("size", blob.size())
        .with("role", role);
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws JsonException if a field is missing
   * @throws IllegalArgumentException if one has no such value
   */
  public static BlobUse from(JsonObject json) {
    Sha256 sha256 = new Sha256(json.string("sha256"));
    return new BlobUse(new BlobRef(sha256, json.integer("size")), json.string("role"));
  }
}
