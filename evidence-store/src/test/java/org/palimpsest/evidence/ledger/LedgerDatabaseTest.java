package org.palimpsest.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the ledger's database")
final class LedgerDatabaseTest {
  private static final Sha256 HASH = Sha256.hash();

  @TempDir Path folder;

  @Test
  @DisplayName("carries the marks of format 1 and writes ahead, fully synchronised")
  void marks() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(0, new byte[] {1}, HASH, "note");
      Connection connection = database.connection();
      assertThat(ask(connection, "PRAGMA application_id")).isEqualTo("1346456649");
      assertThat(ask(connection, "PRAGMA user_version")).isEqualTo("1");
      assertThat(ask(connection, "PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(ask(connection, "PRAGMA synchronous")).isEqualTo("2");
      assertThat(
              ask(
                  connection,
                  "SELECT group_concat(strict) FROM pragma_table_list"
                      + " WHERE name IN ('ledger', 'checkpoint')"))
          .isEqualTo("1,1");
    }
  }

  @Test
  @DisplayName("takes entry and checkpoint together or not at all")
  void bothOrNeither() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(0, new byte[] {1}, HASH, "note");
      assertThatThrownBy(() -> database.append(2, new byte[] {1}, HASH, "note"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> database.append(1, new byte[] {1}, HASH, null))
          .hasMessageContaining("NOT NULL");
      Connection connection = database.connection();
      assertThat(ask(connection, "SELECT count(*) FROM ledger")).isEqualTo("1");
      database.append(1, new byte[] {1}, HASH, "note");
      assertThat(ask(connection, "SELECT count(*) FROM checkpoint")).isEqualTo("2");
    }
  }

  @Test
  @DisplayName("has one writer at a time, and none where there is nothing")
  void oneWriter() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(0, new byte[] {1}, HASH, "note");
      assertThatThrownBy(() -> LedgerDatabase.open(folder)).hasMessageContaining("BUSY");
    }
    try (LedgerDatabase database = LedgerDatabase.open(folder)) {
      database.append(1, new byte[] {1}, HASH, "note");
    }
  }

  @Test
  @DisplayName("refuses to write behind the entry of a writer that slipped in")
  void losesTheRace() throws SQLException {
    try (LedgerDatabase first = LedgerDatabase.create(folder)) {
      first.append(0, new byte[] {1}, HASH, "note");
      try (Statement statement = first.connection().createStatement()) {
        statement.execute("ROLLBACK");
      }
      try (LedgerDatabase second = LedgerDatabase.open(folder)) {
        second.append(1, new byte[] {2}, HASH, "note");
      }
      assertThatThrownBy(() -> first.append(1, new byte[] {3}, HASH, "note"))
          .hasMessageContaining("append-only");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
