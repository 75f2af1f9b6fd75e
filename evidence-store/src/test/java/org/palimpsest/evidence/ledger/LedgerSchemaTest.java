package org.palimpsest.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the tables of a case")
final class LedgerSchemaTest {
  @TempDir Path folder;

  @BeforeEach
  void makeTables() throws SQLException {
    try (LedgerDatabase database = LedgerDatabase.create(folder)) {
      for (int seq = 0; seq < 3; seq++) {
        database.append(TestEntry.at(seq), "note " + (seq + 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger SET body = x'00' WHERE seq = 1",
        "UPDATE ledger SET seq = 9 WHERE seq = 2",
        "UPDATE OR REPLACE ledger SET seq = 0 WHERE seq = 2",
        "UPDATE OR IGNORE ledger SET leaf_hash = x'00'",
        "DELETE FROM ledger WHERE seq = 2",
        "DELETE FROM ledger",
        "INSERT INTO ledger VALUES (0, x'00', x'00')",
        "INSERT INTO ledger VALUES (4, x'00', x'00')",
        "INSERT INTO ledger VALUES (-1, x'00', x'00')",
        "INSERT INTO ledger VALUES (NULL, x'00', x'00')",
        "INSERT INTO ledger(body, leaf_hash) VALUES (x'00', x'00')",
        "INSERT OR REPLACE INTO ledger VALUES (1, x'00', x'00')",
        "REPLACE INTO ledger VALUES (2, x'00', x'00')",
        "INSERT INTO ledger VALUES (2, x'00', x'00') ON CONFLICT DO UPDATE SET body = x'00'",
        "UPDATE checkpoint SET note = 'x'",
        "UPDATE checkpoint SET size = 9 WHERE size = 3",
        "DELETE FROM checkpoint WHERE size = 3",
        "INSERT INTO checkpoint VALUES (3, 'x')",
        "INSERT INTO checkpoint VALUES (4, 'x')",
        "INSERT INTO checkpoint VALUES (NULL, 'x')",
        "INSERT OR REPLACE INTO checkpoint VALUES (2, 'x')",
        "REPLACE INTO checkpoint VALUES (3, 'x')",
      })
  @DisplayName("refuse everything but the next entry and its checkpoint, to any program")
  void appendOnly(String sql) throws SQLException {
    List<String> before = content();
    try (Connection stranger = stranger();
        Statement statement = stranger.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
    assertThat(content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO ledger VALUES (3, 'text', x'00')",
        "INSERT INTO ledger VALUES (3, 7, x'00')",
        "INSERT INTO ledger VALUES (3, x'00', NULL)",
        "INSERT INTO ledger VALUES (3, NULL, x'00')",
        "INSERT INTO ledger VALUES ('x', x'00', x'00')",
        "INSERT INTO ledger VALUES (3.5, x'00', x'00')",
      })
  @DisplayName("refuse values of other types")
  void strict(String sql) throws SQLException {
    List<String> before = content();
    try (Connection stranger = stranger();
        Statement statement = stranger.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
    }
    assertThat(content()).isEqualTo(before);
  }

  @Test
  @DisplayName("take the next entry and then its checkpoint")
  void nextEntry() throws SQLException {
    try (Connection stranger = stranger();
        Statement statement = stranger.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO ledger VALUES (3, x'00', x'00')")).isOne();
      assertThat(statement.executeUpdate("INSERT INTO checkpoint VALUES (4, 'note 4')")).isOne();
    }
    assertThat(content()).hasSize(4).last().isEqualTo("3 00 note 4");
  }

  private List<String> content() throws SQLException {
    List<String> rows = new ArrayList<>();
    String sql =
        "SELECT seq || ' ' || hex(body) || ' ' || note FROM ledger"
            + " JOIN checkpoint ON size = seq + 1 ORDER BY seq";
    try (Connection stranger = stranger();
        Statement statement = stranger.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private Connection stranger() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("case.db"));
  }
}
