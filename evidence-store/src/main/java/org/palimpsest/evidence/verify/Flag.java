package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/**
 * Something that the reader should know though it is no finding.
 *
 * @param cause why, for programs
 * @param seq the entry, if it is about one
 * @param words in plain words, on one line
 */
public record Flag(FlagCause cause, Optional<Long> seq, String words) {
  /** Cuts and cleans {@code words}: they may quote what a hostile case says. */
  public Flag {
    words = PlainWords.of(words);
  }

  /** For {@code --json}. */
  public JsonObject toJson() {
    JsonObject json = JsonObject.empty().with("cause", cause.name()).with("words", words);
    return seq.isPresent() ? json.with("seq", seq.get()) : json;
  }
}
