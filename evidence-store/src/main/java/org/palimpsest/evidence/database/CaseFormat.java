package org.palimpsest.evidence.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Names and numbers of case format 1. */
public final class CaseFormat {
  /** "PALI" in ASCII, SQLite's mark of the application. */
  public static final int APPLICATION_ID = 0x50414C49;

  /** The format, SQLite's {@code user_version}. */
  public static final int VERSION = 1;

  /** Most bytes in the body of an entry; content belongs into blobs. */
  public static final int LARGEST_BODY = 16 << 20;

  private static final String DATABASE = "case.db";
  private static final String BLOBS = "blobs";

  private CaseFormat() {}

  /** The ledger's file. */
  public static Path database(Path folder) {
    return folder.resolve(DATABASE);
  }

  /** The folder of the blobs. */
  public static Path blobs(Path folder) {
    return folder.resolve(BLOBS);
  }

  /** The JDBC address of the ledger's file, with SQLite's URI parameters. */
  public static String url(Path folder, String parameters) {
    String path = database(folder.toAbsolutePath()).toUri().getRawPath();
    return "jdbc:sqlite:file:" + path + parameters;
  }

  /**
   * Reads the marks.
   *
   * @throws NotThisFormatException if they are not those of a case of this format
   * @throws SQLException if the file is no database
   */
  public static void check(Connection connection) throws SQLException {
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      throw new NotThisFormatException("it is not the ledger of a case", false);
    }
    int version = number(connection, "PRAGMA user_version");
    if (version != VERSION) {
      throw new NotThisFormatException(
          "it has case format " + version + ", this program reads format " + VERSION,
          version > VERSION);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
