package org.palimpsest.app.words;

import java.util.Collection;

/** Numbers with what is counted, and lists of what there is, as people write them. */
public final class Count {
  private Count() {}

  /**
   * Such as {@code 1 entry} and {@code 0 entries}.
   *
   * @param noun in the singular, one that is inflected as most are
   */
  public static String of(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }

  /** Such as {@code Q1, K1}, and {@code none}. */
  public static String list(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
