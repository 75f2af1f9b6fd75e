package org.palimpsest.app.annotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a person marked.
 *
 * @param id given once, never changed: edits and moves keep it
 * @param tier the layer it belongs to
 * @param label a term of the vocabulary or free text, never blank
 * @param author who marked it or changed it last
 * @param made when that was, to the millisecond
 */
public record Annotation(
    UUID id, Mark mark, String tier, String label, String author, Instant made) {
  /** By place; where that is the same, by id, so that there is one order. */
  public static final Comparator<Annotation> ORDER =
      Comparator.comparingLong((Annotation a) -> a.mark().start())
          .thenComparingLong(a -> a.mark().end())
          .thenComparing(a -> a.id().toString());

  /**
   * Cuts {@code made} to milliseconds.
   *
   * @throws IllegalArgumentException for words that are no {@link Words}
   */
  public Annotation {
    Words.require("tier", tier);
    Words.require("label", label);
    Words.require("author", author);
    made = made.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same one, changed by somebody. */
  public Annotation changed(
      Mark newMark, String newTier, String newLabel, String newAuthor, Instant now) {
    return new Annotation(id, newMark, newTier, newLabel, newAuthor, now);
  }
}
