package org.palimpsest.evidence.verify;

/** What a finding is about. */
public enum Subject {
  /** {@code case.db}, the ledger of a bundle, or an entry in it. */
  LEDGER("ledger"),
  /** A checkpoint in the case. */
  CHECKPOINT("checkpoint"),
  /** A checkpoint from outside the case. */
  ANCHOR("anchor"),
  /** Stored content. */
  BLOB("blob"),
  /** The bag that a bundle is. */
  BUNDLE("bundle");

  private final String text;

  Subject(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
