package org.palimpsest.analysis.method;

/** The examiner cancelled; nothing is wrong. */
public final class CancelledException extends Exception {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled by the examiner");
  }
}
