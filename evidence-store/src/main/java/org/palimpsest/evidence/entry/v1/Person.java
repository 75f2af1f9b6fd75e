package org.palimpsest.evidence.entry.v1;

import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * Somebody with a key in a case.
 *
 * @param name as admitted, never blank
 * @param key the public half
 * @param role what it allows
 */
public record Person(String name, VerifyingKey key, Role role) {
  /**
   * @throws IllegalArgumentException if {@code name} is blank
   */
  public Person {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person needs a name");
    }
  }

  /** As {@code person-admitted} writes it. */
  public JsonObject toJson() {
    return key.named(name).with("role", role.text());
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws IllegalArgumentException for another
   */
  public static Person from(JsonObject json) {
    return new Person(
        json.string("name"),
        new VerifyingKey(json.string("publicKey")),
        Role.of(json.string("role")));
  }
}
