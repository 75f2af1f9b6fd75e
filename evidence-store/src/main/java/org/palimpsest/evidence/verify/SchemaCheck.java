package org.palimpsest.evidence.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the schema with that of format 1, to the letter. Nothing relies on a trigger; but no
 * program that keeps to the format touches one.
 */
final class SchemaCheck {
  private static final Map<String, String> CORE =
      Map.of(
          "ledger",
          "CREATE TABLE ledger(seq INTEGER PRIMARY KEY, body BLOB NOT NULL, leaf_hash BLOB NOT"
              + " NULL) STRICT",
          "checkpoint",
          "CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT",
          "ledger_insert",
          "CREATE TRIGGER ledger_insert BEFORE INSERT ON ledger WHEN NEW.seq IS NOT (SELECT"
              + " COALESCE(MAX(seq), -1) + 1 FROM ledger)"
              + refusal("ledger"),
          "ledger_update",
          "CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger" + refusal("ledger"),
          "ledger_delete",
          "CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger" + refusal("ledger"),
          "checkpoint_insert",
          "CREATE TRIGGER checkpoint_insert BEFORE INSERT ON checkpoint WHEN NEW.size IS NOT"
              + " (SELECT COALESCE(MAX(size), 0) + 1 FROM checkpoint) OR NEW.size IS NOT (SELECT"
              + " MAX(seq) + 1 FROM ledger)"
              + refusal("checkpoint"),
          "checkpoint_update",
          "CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint" + refusal("checkpoint"),
          "checkpoint_delete",
          "CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint" + refusal("checkpoint"));

  private static final Map<String, String> PROJECTIONS =
      Map.of(
          "entry_index",
          "CREATE TABLE entry_index(seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT, time TEXT"
              + " NOT NULL, actor_name TEXT NOT NULL, actor_key TEXT NOT NULL, outcome TEXT)"
              + " STRICT",
          "blob_use",
          "CREATE TABLE blob_use(seq INTEGER NOT NULL, place INTEGER NOT NULL, role TEXT NOT NULL,"
              + " sha256 TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY(seq, place)) STRICT",
          "entry_index_kind",
          "CREATE INDEX entry_index_kind ON entry_index(kind, seq)",
          "blob_use_sha256",
          "CREATE INDEX blob_use_sha256 ON blob_use(sha256)",
          "sqlite_autoindex_blob_use_1",
          "");

  private final Map<String, String> actual = new LinkedHashMap<>();
  private final Findings findings;

  SchemaCheck(Connection connection, Findings findings) throws SQLException {
    this.findings = findings;
    String sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        actual.put(row.getString(1), row.getString(2));
      }
    }
  }

  /** Whether every projection is there in its right form, so that it can be compared. */
  boolean hasProjections() {
    return actual.entrySet().containsAll(PROJECTIONS.entrySet());
  }

  void check() {
    Map<String, String> expected = new TreeMap<>(CORE); // in one order at each run
    if (PROJECTIONS.keySet().stream().anyMatch(actual::containsKey)) {
      expected.putAll(PROJECTIONS);
    }
    expected.forEach(
        (name, sql) -> {
          if (!actual.containsKey(name)) {
            changed(name + " is missing from the schema");
          } else if (!actual.get(name).equals(sql)) {
            changed(name + " in the schema is not that of the format");
          }
        });
    actual.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> changed(name + " is in the schema, but not in the format"));
  }

  private void changed(String words) {
    findings.add(Cause.SCHEMA_CHANGED, Subject.LEDGER, words);
  }

  private static String refusal(String table) {
    return " BEGIN SELECT RAISE(ABORT, 'the table " + table + " is append-only'); END";
  }
}
