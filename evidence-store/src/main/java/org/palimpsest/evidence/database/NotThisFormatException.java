package org.palimpsest.evidence.database;

import java.sql.SQLException;

/** A readable database that is not a case, or a case of another format. */
public final class NotThisFormatException extends SQLException {
  private static final long serialVersionUID = 1L;

  private final boolean newer;

  NotThisFormatException(String message, boolean newer) {
    super(message);
    this.newer = newer;
  }

  /** Whether it is marked as a case of a format that came after this program. */
  public boolean newer() {
    return newer;
  }
}
