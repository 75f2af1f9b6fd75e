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
  /** A report was issued; its own hash is in this entry. */
  REPORT_ISSUED("report-issued");

  private final String text;

  EntryKind(String text) {
    this.text = text;
  }

  /** The kind as the ledger writes it. */
  public String text() {
    return text;
  }
}
