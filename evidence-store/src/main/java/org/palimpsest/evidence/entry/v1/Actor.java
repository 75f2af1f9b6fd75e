package org.palimpsest.evidence.entry.v1;

import org.palimpsest.evidence.format.JsonObject;

/**
 * Who made an entry.
 *
 * @param name the examiner
 * @param key hexadecimal ID of the key, under the case's origin as key name
 */
public record Actor(String name, String key) {
  /** As the ledger writes it. */
  public JsonObject toJson() {
    return JsonObject.empty().with("name", name).with("key", key);
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws org.palimpsest.evidence.format.JsonException if a field is missing
   */
  public static Actor from(JsonObject json) {
    return new Actor(json.string("name"), json.string("key"));
  }
}
