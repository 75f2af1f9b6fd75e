package org.palimpsest.evidence.format;

/**
 * An integer whose magnitude is below 2⁵³, the range in which every JSON reader agrees.
 *
 * @param value the integer
 */
public record JsonNumber(long value) implements JsonValue {
  /** The greatest magnitude, 2⁵³ − 1. */
  public static final long LIMIT = (1L << 53) - 1;

  /**
   * @throws JsonException outside ±(2⁵³ − 1)
   */
  public JsonNumber {
    if (value > LIMIT || value < -LIMIT) {
      throw new JsonException(
          "the integer " + value + " is not below 2^53: write it as a decimal string");
    }
  }
}
