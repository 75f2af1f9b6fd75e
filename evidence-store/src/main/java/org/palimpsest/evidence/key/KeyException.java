package org.palimpsest.evidence.key;

/** A key cannot be made or opened. The message is one line: what, which file, what to do. */
public final class KeyException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyException(String message) {
    super(message);
  }

  KeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
