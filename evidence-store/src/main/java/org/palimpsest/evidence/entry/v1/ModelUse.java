package org.palimpsest.evidence.entry.v1;

import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/**
 * A model package that a step used.
 *
 * @param id of the package
 * @param version of the package
 * @param sha256 of the model file
 */
public record ModelUse(String id, String version, Sha256 sha256) {
  /** As the ledger writes it. */
  public JsonObject toJson() {
    return JsonObject.empty().with("id", id).with("version", version).with("sha256", sha256.hex());
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws IllegalArgumentException if a field is missing or has another form
   */
  public static ModelUse from(JsonObject json) {
    Sha256 sha256 = new Sha256(json.string("sha256"));
    return new ModelUse(json.string("id"), json.string("version"), sha256);
  }
}
