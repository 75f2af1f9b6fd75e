package org.palimpsest.evidence.timestamp;

/** A time stamp does not hold, or cannot be read. The message says which check it failed. */
public final class TimeStampException extends Exception {
  private static final long serialVersionUID = 1L;

  TimeStampException(String message) {
    super(message);
  }

  TimeStampException(String message, Throwable cause) {
    super(message, cause);
  }
}
