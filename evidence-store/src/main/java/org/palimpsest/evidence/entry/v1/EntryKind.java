package org.palimpsest.evidence.entry.v1;

/** The kinds of entry that this version writes itself. A ledger may hold others. */
public enum EntryKind {
  /** Entry 0: what the case is, by which authority, and whose key signs. */
  CASE_CREATED("case-created"),
  /** A recording came into custody. */
  RECORDING_IMPORTED("recording-imported"),
  /** A step: a protected recording was restored, or was tried to be. */
  RESTORATION("restoration"),
  /** A step: recordings were compared, or were tried to be. */
  COMPARISON("comparison"),
  /** A step was run again and its result compared. */
  REPLAY("replay"),
  /** A report was issued; its own hash is in this entry. */
  REPORT_ISSUED("report-issued"),
  /** A report that was reviewed may leave the laboratory. */
  REPORT_RELEASED("report-released"),
  /** What a second person says of the case, with that person's signature. */
  REVIEW_RECEIVED("review-received"),
  /** What the examiner believes, apart from what a tool computed. */
  OPINION_STATED("opinion-stated"),
  /** Title, authority or purpose were said anew. */
  CASE_AMENDED("case-amended"),
  /** The tables of the case were brought to a newer form. */
  CASE_MIGRATED("case-migrated"),
  /** What a person marked in a signal, as it stands; in place of what was entered before. */
  ANNOTATIONS_ENTERED("annotations-entered"),
  /** A person said, blind, which of two signals was heard. */
  LISTENING_TEST_ENTERED("listening-test-entered"),
  /** A further key may be used, in a role. */
  PERSON_ADMITTED("person-admitted"),
  /** A key may no longer be used. */
  PERSON_DISMISSED("person-dismissed"),
  /** The case was sealed in a bundle, whose hash is in this entry. */
  BUNDLE_ISSUED("bundle-issued"),
  /** An authority for time stamps saw a checkpoint. */
  TIME_STAMP_RECEIVED("time-stamp-received");

  private final String text;

  EntryKind(String text) {
    this.text = text;
  }

  /** The kind as the ledger writes it. */
  public String text() {
    return text;
  }
}
