package org.palimpsest.evidence.database;

import java.sql.SQLException;

/** A readable database that is not a case, or a case of another format. */
public final class NotThisFormatException extends SQLException {
  private static final long serialVersionUID = 1L;

  NotThisFormatException(String message) {
    super(message);
  }
}
