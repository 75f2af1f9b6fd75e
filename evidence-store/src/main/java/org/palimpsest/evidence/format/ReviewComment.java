package org.palimpsest.evidence.format;

/**
 * One remark of a reviewer.
 *
 * @param about id of an exhibit, a step or a report; empty for the case
 * @param text what the reviewer says, never blank
 */
public record ReviewComment(String about, String text) {
  /**
   * @throws JsonException if {@code text} is blank
   */
  public ReviewComment {
    if (text.isBlank()) {
      throw new JsonException("a comment says nothing");
    }
  }
}
