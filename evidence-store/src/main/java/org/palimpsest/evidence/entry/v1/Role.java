package org.palimpsest.evidence.entry.v1;

import java.util.Arrays;
import java.util.Set;

/** What a person may do in a case. */
public enum Role {
  /** Every kind of entry. */
  EXAMINER("examiner"),
  /** Reviews, releases and replays. */
  REVIEWER("reviewer"),
  /** Looks, writes nothing. */
  READER("reader");

  private static final Set<String> OF_A_REVIEWER =
      Set.of(
          EntryKind.REPLAY.text(),
          EntryKind.REVIEW_RECEIVED.text(),
          EntryKind.REPORT_RELEASED.text(),
          EntryKind.BUNDLE_ISSUED.text());

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** The role as the ledger writes it. */
  public String text() {
    return text;
  }

  /** Whether a person in this role may write entries of {@code kind}. */
  public boolean mayWrite(String kind) {
    return this == EXAMINER || (this == REVIEWER && OF_A_REVIEWER.contains(kind));
  }

  /**
   * The role that {@code text} names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Role of(String text) {
    return Arrays.stream(values())
        .filter(role -> role.text.equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a role is examiner, reviewer or reader: " + text));
  }
}
