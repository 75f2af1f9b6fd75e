package org.palimpsest.evidence.bundle;

/** A bundle is not made. The message is one line: what, which file, what to do. */
public final class BundleException extends Exception {
  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }

  BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
