package org.palimpsest.evidence.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.palimpsest.evidence.database.CaseFormat;

/**
 * The tables of a case. The triggers stop accidents and other programs' mistakes, not an attacker:
 * the verifier relies on none of them.
 */
final class LedgerSchema {
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE ledger(seq INTEGER PRIMARY KEY, body BLOB NOT NULL,"
              + " leaf_hash BLOB NOT NULL) STRICT",
          "CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT",
          // INSERT OR REPLACE fires no delete trigger: only this one sees it
          "CREATE TRIGGER ledger_insert BEFORE INSERT ON ledger"
              + " WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), -1) + 1 FROM ledger)"
              + refuse("ledger"),
          "CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger" + refuse("ledger"),
          "CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger" + refuse("ledger"),
          "CREATE TRIGGER checkpoint_insert BEFORE INSERT ON checkpoint"
              + " WHEN NEW.size IS NOT (SELECT COALESCE(MAX(size), 0) + 1 FROM checkpoint)"
              + " OR NEW.size IS NOT (SELECT MAX(seq) + 1 FROM ledger)"
              + refuse("checkpoint"),
          "CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint" + refuse("checkpoint"),
          "CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint" + refuse("checkpoint"),
          "PRAGMA application_id = " + CaseFormat.APPLICATION_ID,
          "PRAGMA user_version = " + CaseFormat.VERSION);

  private LedgerSchema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }

  private static String refuse(String table) {
    return " BEGIN SELECT RAISE(ABORT, 'the table " + table + " is append-only'); END";
  }
}
