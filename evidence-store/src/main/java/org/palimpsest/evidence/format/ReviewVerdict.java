package org.palimpsest.evidence.format;

import java.util.Arrays;

/** What a reviewer says of a report, or that there is no report it is about. */
public enum ReviewVerdict {
  /** The report may be released. */
  AGREES("agrees"),
  /** The report may not be released; a comment says why. */
  OBJECTS("objects"),
  /** Neither: comments on the case. */
  COMMENTS("comments");

  private final String text;

  ReviewVerdict(String text) {
    this.text = text;
  }

  /** The word that the statement has. */
  public String text() {
    return text;
  }

  /**
   * The verdict that {@code text} names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static ReviewVerdict of(String text) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new JsonException("the verdict is agrees, objects or comments"));
  }
}
