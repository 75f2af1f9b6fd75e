package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;

@DisplayName("not one byte of a ledger can be changed unseen:")
final class EveryByteTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(1);
  }

  @Test
  @DisplayName("none of a body whose leaf hash stays")
  void bodies() throws SQLException {
    everyByte("ledger", "seq", "body", 1, false);
  }

  @Test
  @DisplayName("none of a body whose leaf hash is made to fit")
  void fittedBodies() throws SQLException {
    everyByte("ledger", "seq", "body", 1, true);
  }

  @Test
  @DisplayName("none of a leaf hash")
  void leafHashes() throws SQLException {
    everyByte("ledger", "seq", "leaf_hash", 1, false);
  }

  @Test
  @DisplayName("none of a checkpoint")
  void checkpoints() throws SQLException {
    everyByte("checkpoint", "size", "note", 2, false);
  }

  private void everyByte(String table, String key, String column, int place, boolean fit)
      throws SQLException {
    try (Connection stranger = lab.stranger();
        Statement statement = stranger.createStatement()) {
      byte[] original =
          ask(statement, "SELECT " + column + " FROM " + table + " WHERE " + key + " = " + place);
      for (int at = 0; at < original.length; at++) {
        byte[] changed = original.clone();
        changed[at] ^= 1;
        put(stranger, table, key, column, changed, place, fit);
        assertThat(Verdict.alone(lab).verified()).as("byte %d of %s", at, column).isFalse();
      }
      put(stranger, table, key, column, original, place, fit);
    }
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
  }

  private static void put(
      Connection stranger,
      String table,
      String key,
      String column,
      byte[] value,
      int place,
      boolean fit)
      throws SQLException {
    String trigger = table + "_update";
    String form = "note".equals(column) ? "CAST(? AS TEXT)" : "?";
    String where = " WHERE " + key + " = " + place;
    String sql = "UPDATE " + table + " SET " + column + " = " + form + where;
    stranger.setAutoCommit(false);
    String made = drop(stranger, trigger);
    try (PreparedStatement update = stranger.prepareStatement(sql)) {
      update.setBytes(1, value);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    if (fit) {
      String refit = "UPDATE ledger SET leaf_hash = ? WHERE seq = 1";
      try (PreparedStatement update = stranger.prepareStatement(refit)) {
        update.setBytes(1, PrefixTree.leaf(value));
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
    }
    try (Statement statement = stranger.createStatement()) {
      statement.execute(made);
    }
    stranger.commit();
  }

  /** The trigger is put back afterwards: its absence would be a finding of its own. */
  private static String drop(Connection stranger, String trigger) throws SQLException {
    try (Statement statement = stranger.createStatement()) {
      String made =
          new String(
              ask(statement, "SELECT sql FROM sqlite_schema WHERE name = '" + trigger + "'"),
              StandardCharsets.UTF_8);
      statement.execute("DROP TRIGGER " + trigger);
      return made;
    }
  }

  private static byte[] ask(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getBytes(1);
    }
  }
}
