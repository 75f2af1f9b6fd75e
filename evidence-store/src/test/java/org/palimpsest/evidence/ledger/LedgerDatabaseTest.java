package org.palimpsest.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.database.CaseFormat;

@DisplayName("the ledger's database")
final class LedgerDatabaseTest {
  @TempDir Path folder;

  @Test
  @DisplayName("carries the marks of format 1 and writes ahead, fully synchronised")
  void marks() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
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
      database.append(TestEntry.at(0), "note");
      assertThatThrownBy(() -> database.append(TestEntry.at(2), "note"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> database.append(TestEntry.at(1), null))
          .hasMessageContaining("NOT NULL");
      Connection connection = database.connection();
      assertThat(ask(connection, "SELECT count(*) FROM ledger")).isEqualTo("1");
      database.append(TestEntry.at(1), "note");
      assertThat(ask(connection, "SELECT count(*) FROM checkpoint")).isEqualTo("2");
    }
  }

  @Test
  @DisplayName("has one writer at a time, and none where there is nothing")
  void oneWriter() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
      assertThatThrownBy(() -> LedgerDatabase.open(folder)).hasMessageContaining("BUSY");
    }
    try (LedgerDatabase database = LedgerDatabase.open(folder)) {
      database.append(TestEntry.at(1), "note");
    }
  }

  @Test
  @DisplayName("refuses to write behind the entry of a writer that slipped in")
  void losesTheRace() throws SQLException {
    try (LedgerDatabase first = LedgerDatabase.create(folder)) {
      first.append(TestEntry.at(0), "note");
      try (Statement statement = first.connection().createStatement()) {
        statement.execute("ROLLBACK");
      }
      try (LedgerDatabase second = LedgerDatabase.open(folder)) {
        second.append(TestEntry.at(1), "note");
      }
      assertThatThrownBy(() -> first.append(TestEntry.at(1), "note"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  @DisplayName("fills the projections in the entry's transaction, and undoes a change that fails")
  void projections() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
      Projections projections = new Projections(database.connection());
      assertThat(projections.agreeWith(List.of(TestEntry.at(0)))).isTrue();
      assertThat(projections.agreeWith(List.of(TestEntry.at(0), TestEntry.at(1)))).isFalse();
      assertThatThrownBy(
              () ->
                  database.change(
                      connection -> {
                        new Projections(connection).create();
                        throw new SQLException("no room");
                      }))
          .hasMessage("no room");
      assertThat(projections.agreeWith(List.of(TestEntry.at(0)))).isTrue();
      database.append(TestEntry.at(1), "note");
      assertThat(projections.agreeWith(List.of(TestEntry.at(0), TestEntry.at(1)))).isTrue();
    }
  }

  @Test
  @DisplayName("copies what was committed, and nothing of what was not")
  void copies() throws SQLException {
    Path copy = folder.resolve("copy.db");
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
      database.change(connection -> new Projections(connection).create());
      database.copyTo(copy);
      assertThatThrownBy(() -> database.copyTo(copy)).isInstanceOf(SQLException.class);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      assertThat(ask(connection, "SELECT count(*) FROM entry_index")).isEqualTo("1");
      assertThat(ask(connection, "PRAGMA application_id")).isEqualTo("1346456649");
    }
  }

  @Test
  @DisplayName("writes with the settings that its promises rest on")
  void settings() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      Connection connection = database.connection();
      assertThat(ask(connection, "PRAGMA recursive_triggers")).isEqualTo("1");
      assertThat(ask(connection, "PRAGMA trusted_schema")).isEqualTo("0");
      assertThat(ask(connection, "PRAGMA busy_timeout")).isEqualTo("200");
    }
  }

  @Test
  @DisplayName("brings everything into case.db when it closes, though somebody reads")
  void emptiesTheLog() throws SQLException, IOException {
    LedgerDatabase database = LedgerDatabase.create(folder);
    database.append(TestEntry.at(0), "note");
    try (Connection reader = DriverManager.getConnection(CaseFormat.url(folder, ""))) {
      assertThat(ask(reader, "SELECT count(*) FROM ledger")).isEqualTo("1");
      database.append(TestEntry.at(1), "note");
      assertThat(Files.size(folder.resolve("case.db-wal"))).isPositive();
      database.close();
      assertThat(Files.size(folder.resolve("case.db-wal"))).isZero();
      assertThat(ask(reader, "SELECT count(*) FROM ledger")).isEqualTo("2");
    }
    database.close();
    assertThat(database.connection().isClosed()).isTrue();
  }

  @Test
  @DisplayName("waits for the lock where another writer took it between two transactions")
  void takesTheLockAgain() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
      try (Connection other = DriverManager.getConnection(CaseFormat.url(folder, ""))) {
        assertThatThrownBy(() -> database.change(mine -> slipIn(mine, other)))
            .hasMessage("slipped in")
            .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThatThrownBy(() -> database.append(TestEntry.at(1), "note"))
            .hasMessageContaining("BUSY");
        assertThatThrownBy(() -> database.change(mine -> {})).hasMessageContaining("BUSY");
        run(other, "ROLLBACK");
      }
      database.append(TestEntry.at(1), "note");
      assertThat(ask(database.connection(), "SELECT count(*) FROM ledger")).isEqualTo("2");
    }
  }

  private static void slipIn(Connection mine, Connection other) throws SQLException {
    run(mine, "ROLLBACK");
    run(other, "BEGIN IMMEDIATE");
    throw new SQLException("slipped in");
  }

  @Test
  @DisplayName("holds no file open after a refusal")
  @EnabledOnOs(OS.LINUX)
  void letsGo() throws SQLException, IOException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      database.append(TestEntry.at(0), "note");
      assertThat(openFiles()).isPositive();
      assertThatThrownBy(() -> LedgerDatabase.create(folder)).isInstanceOf(SQLException.class);
      run(database.connection(), "ROLLBACK");
      run(database.connection(), "PRAGMA user_version = 2");
      run(database.connection(), "BEGIN");
    }
    assertThat(openFiles()).isZero();
    assertThatThrownBy(() -> LedgerDatabase.open(folder)).hasMessageContaining("format 2");
    assertThat(openFiles()).isZero();
  }

  private long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(this::isHere).count();
    }
  }

  private boolean isHere(Path link) {
    try {
      return Files.readSymbolicLink(link).startsWith(folder);
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
