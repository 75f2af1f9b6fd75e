package org.palimpsest.evidence.bag;

import java.io.IOException;

/** A file or folder is refused as a bag. The message is one line: which file, and why. */
public final class BagException extends IOException {
  private static final long serialVersionUID = 1L;

  BagException(String message) {
    super(message);
  }

  BagException(String message, Throwable cause) {
    super(message, cause);
  }
}
