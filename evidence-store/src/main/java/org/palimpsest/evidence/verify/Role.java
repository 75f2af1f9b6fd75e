package org.palimpsest.evidence.verify;

import java.util.Locale;
import java.util.Set;

/** What a key may do in a case. */
enum Role {
  EXAMINER,
  REVIEWER,
  READER;

  private static final Set<String> OF_REVIEWERS =
      Set.of("replay", "review-received", "report-released", "bundle-issued");

  /**
   * @throws IllegalArgumentException in words, for another text
   */
  static Role of(String text) {
    return switch (text) {
      case "examiner" -> EXAMINER;
      case "reviewer" -> REVIEWER;
      case "reader" -> READER;
      default -> throw new IllegalArgumentException("the role is none of the three");
    };
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean mayWrite(String kind) {
    return switch (this) {
      case EXAMINER -> true;
      case REVIEWER -> OF_REVIEWERS.contains(kind);
      case READER -> false;
    };
  }
}
