package org.palimpsest.evidence.format;

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
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          throw new JsonException("a string holds half a character (a lone surrogate)");
        }
        i++;
      }
    }
  }
}
