package org.palimpsest.evidence.entry.v1;

/** How far a report has come. */
public enum ReportState {
  /** Issued; nobody who may has reviewed it. */
  DRAFT("draft"),
  /** A second person agrees, and none objects. */
  REVIEWED("reviewed"),
  /** A second person objects. */
  OBJECTED("objected to"),
  /** It may leave the laboratory. */
  RELEASED("released");

  private final String text;

  ReportState(String text) {
    this.text = text;
  }

  /** The state in words. */
  public String text() {
    return text;
  }
}
