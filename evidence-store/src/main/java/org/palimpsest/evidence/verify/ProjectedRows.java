package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of one projection, ordered by their first column, a {@code seq}. */
final class ProjectedRows implements AutoCloseable {
  private final Statement statement;
  private final ResultSet row;
  private final int columns;
  private boolean there;

  ProjectedRows(Connection connection, String sql) throws SQLException {
    this.statement = connection.createStatement();
    this.row = statement.executeQuery(sql);
    this.columns = row.getMetaData().getColumnCount();
    this.there = row.next();
  }

  /** The rows up to {@code seq} that were not taken before, each as its values in words. */
  List<List<String>> takeTo(long seq) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (there && row.getLong(1) <= seq) {
      List<String> values = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        values.add(row.getString(column)); // null stays null
      }
      rows.add(values);
      there = row.next();
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
