package org.palimpsest.evidence.verify;

/** What a finding is about. */
public enum Subject {
  /** {@code case.db} or an entry in it. */
  LEDGER("ledger"),
  /** A checkpoint in the case. */
  CHECKPOINT("checkpoint"),
  /** A checkpoint from outside the case. */
  ANCHOR("anchor"),
  /** Stored content. */
  BLOB("blob");

  private final String text;

  Subject(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
