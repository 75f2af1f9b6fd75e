package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/**
 * One thing that is not as it must be.
 *
 * @param cause what kind of thing, for programs
 * @param subject what it is about
 * @param seq the entry; for a checkpoint, its size
 * @param hash the content, 64 lower-case hexadecimal digits
 * @param words what is wrong, in plain words, on one line
 */
public record Finding(
    Cause cause, Subject subject, Optional<Long> seq, Optional<String> hash, String words) {
  /** Cuts and cleans {@code words}: they may quote what a hostile case says. */
  public Finding {
    words = PlainWords.of(words);
  }

  static Finding of(Cause cause, Subject subject, String words) {
    return new Finding(cause, subject, Optional.empty(), Optional.empty(), words);
  }

  static Finding of(Cause cause, Subject subject, long seq, String words) {
    // out of range for JSON means out of range for a place in a ledger, too
    boolean placed = seq >= 0 && seq < 1L << 53;
    Optional<Long> place = placed ? Optional.of(seq) : Optional.empty();
    return new Finding(cause, subject, place, Optional.empty(), words);
  }

  /** Subject, place and words on one line. */
  public String line() {
    String place = seq.map(s -> " " + s).orElse("") + hash.map(h -> " " + h).orElse("");
    return subject.text() + place + ": " + words;
  }

  /** For {@code --json}. */
  public JsonObject toJson() {
    JsonObject json =
        JsonObject.empty()
            .with("cause", cause.name())
            .with("subject", subject.text())
            .with("words", words)
            .with("proves", cause.proves())
            .with("doesNotProve", cause.doesNotProve());
    if (seq.isPresent()) {
      json = json.with("seq", seq.get());
    }
    return hash.isPresent() ? json.with("sha256", hash.get()) : json;
  }
}
