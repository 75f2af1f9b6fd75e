package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.palimpsest.evidence.database.CaseFormat;

/** The rows of a {@code case.db}. Their types are asked for: a hostile table may hold any. */
final class DatabaseRows implements CaseRows {
  private static final String ENTRIES =
      "SELECT CASE WHEN typeof(seq) = 'integer' THEN seq ELSE -1 END,"
          + " CASE WHEN typeof(body) = 'blob' AND length(body) <= "
          + CaseFormat.LARGEST_BODY
          + " THEN body END,"
          + " CASE WHEN typeof(leaf_hash) = 'blob' AND length(leaf_hash) = 32 THEN leaf_hash END"
          + " FROM ledger ORDER BY seq";
  private static final String CHECKPOINTS =
      "SELECT CASE WHEN typeof(size) = 'integer' THEN size ELSE -1 END,"
          + " CASE WHEN typeof(note) = 'text' AND length(CAST(note AS BLOB)) <= "
          + NoteReading.LARGEST
          + " THEN CAST(note AS BLOB) END FROM checkpoint ORDER BY size";

  private final Connection connection;

  DatabaseRows(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void entries(EntrySink sink) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ENTRIES)) {
      while (row.next()) {
        sink.entry(row.getLong(1), row.getBytes(2), row.getBytes(3));
      }
    }
  }

  @Override
  public void checkpoints(CheckpointSink sink) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CHECKPOINTS)) {
      while (row.next()) {
        sink.checkpoint(row.getLong(1), row.getBytes(2));
      }
    }
  }
}
