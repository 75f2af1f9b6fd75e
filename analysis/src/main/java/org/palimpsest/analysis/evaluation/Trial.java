package org.palimpsest.analysis.evaluation;

/**
 * Two different utterances and how alike their voices scored.
 *
 * @param enrolled number of the speaker of the first
 * @param tested number of the speaker of the second
 * @param score higher for voices that are more alike
 */
public record Trial(int enrolled, int tested, double score) {
  /** Whether one person spoke both. */
  public boolean same() {
    return enrolled == tested;
  }
}
