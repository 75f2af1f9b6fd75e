package org.palimpsest.evidence.casefile;

/** A case refuses. The message is one line: what, which file, what to do. */
public final class CaseException extends Exception {
  private static final long serialVersionUID = 1L;

  CaseException(String message) {
    super(message);
  }

  CaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
