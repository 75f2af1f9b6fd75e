package org.palimpsest.evidence.format;

import java.nio.charset.StandardCharsets;

/**
 * A string of whole Unicode characters.
 *
 * @param value the characters
 */
public record JsonString(String value) implements JsonValue {
  /**
   * @throws JsonException if a surrogate stands alone: such a string has no UTF-8 form
   */
  public JsonString {
    requireWhole(value);
  }

  static void requireWhole(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new JsonException("a string holds half a character (a lone surrogate)");
    }
  }
}
