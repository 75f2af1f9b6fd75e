package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;

/**
 * One thing that is not as it must be.
 *
 * @param subject what it is about
 * @param seq the entry; for a checkpoint, its size
 * @param hash the content, 64 lower-case hexadecimal digits
 * @param words what is wrong, in plain words, on one line
 */
public record Finding(Subject subject, Optional<Long> seq, Optional<String> hash, String words) {
  private static final int LONGEST = 400;

  /** Cuts and cleans {@code words}: they may quote what a hostile case says. */
  public Finding {
    String clean = words.replaceAll("\\p{C}", "\uFFFD");
    words = clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "\u2026";
  }

  static Finding of(Subject subject, String words) {
    return new Finding(subject, Optional.empty(), Optional.empty(), words);
  }

  static Finding of(Subject subject, long seq, String words) {
    return new Finding(subject, Optional.of(seq), Optional.empty(), words);
  }

  /** Subject, place and words on one line. */
  public String line() {
    String place = seq.map(s -> " " + s).orElse("") + hash.map(h -> " " + h).orElse("");
    return subject.text() + place + ": " + words;
  }

  /** For {@code --json}. */
  public JsonObject toJson() {
    JsonObject json = JsonObject.empty().with("subject", subject.text()).with("words", words);
    if (seq.isPresent()) {
      json = json.with("seq", seq.get());
    }
    return hash.isPresent() ? json.with("sha256", hash.get()) : json;
  }
}
