package org.palimpsest.evidence.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonString;

/**
 * Tables for fast reading, derived from the bodies alone: which entries are of a kind, and which
 * rely on a blob. They are no evidence. Not safe for several threads.
 */
public final class Projections {
  private static final List<String> CREATE =
      List.of(
          "CREATE TABLE entry_index(seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT,"
              + " time TEXT NOT NULL, actor_name TEXT NOT NULL, actor_key TEXT NOT NULL,"
              + " outcome TEXT) STRICT",
          "CREATE TABLE blob_use(seq INTEGER NOT NULL, place INTEGER NOT NULL,"
              + " role TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,"
              + " PRIMARY KEY(seq, place)) STRICT",
          "CREATE INDEX entry_index_kind ON entry_index(kind, seq)",
          "CREATE INDEX blob_use_sha256 ON blob_use(sha256)");
  private static final String ENTRIES =
      "SELECT seq, kind, id, time, actor_name, actor_key, outcome FROM entry_index ORDER BY seq";
  private static final String USES =
      "SELECT seq, place, role, sha256, size FROM blob_use ORDER BY seq, place";

  private final Connection connection;

  /**
   * @param connection to {@code case.db}; the caller begins and ends transactions
   */
  public Projections(Connection connection) {
    this.connection = connection;
  }

  /** Whether the tables are there. */
  public boolean exist() throws SQLException {
    String sql =
        "SELECT count(*) FROM sqlite_schema"
            + " WHERE type = 'table' AND name IN ('entry_index', 'blob_use')";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getInt(1) == 2;
    }
  }

  /** Whether the tables are there and say what {@code entries} say. */
  public boolean agreeWith(List<LedgerEntry> entries) throws SQLException {
    return exist()
        && rows(ENTRIES, 7).equals(entries.stream().map(Projections::row).toList())
        && rows(USES, 5).equals(entries.stream().flatMap(e -> uses(e).stream()).toList());
  }

  /** Makes the tables, empty, in place of what has their names. */
  public void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS entry_index");
      statement.execute("DROP TABLE IF EXISTS blob_use");
      for (String sql : CREATE) {
        statement.execute(sql);
      }
    }
  }

  /** Adds the rows of an entry. */
  public void add(LedgerEntry entry) throws SQLException {
    insert("INSERT INTO entry_index VALUES (?, ?, ?, ?, ?, ?, ?)", row(entry));
    for (List<Optional<String>> use : uses(entry)) {
      insert("INSERT INTO blob_use VALUES (?, ?, ?, ?, ?)", use);
    }
  }

  private static List<Optional<String>> row(LedgerEntry entry) {
    return List.of(
        Optional.of(Long.toString(entry.seq())),
        Optional.of(entry.kind()),
        text(entry, "id"),
        Optional.of(entry.body().string("time")),
        Optional.of(entry.actor().name()),
        Optional.of(entry.actor().key()),
        text(entry, "outcome"));
  }

  private static List<List<Optional<String>>> uses(LedgerEntry entry) {
    List<List<Optional<String>>> rows = new java.util.ArrayList<>();
    for (BlobUse use : entry.blobs()) {
      rows.add(
          List.of(
              Optional.of(Long.toString(entry.seq())),
              Optional.of(Integer.toString(rows.size())),
              Optional.of(use.role()),
              Optional.of(use.blob().sha256().hex()),
              Optional.of(Long.toString(use.blob().size()))));
    }
    return rows;
  }

  private static Optional<String> text(LedgerEntry entry, String field) {
    return entry
        .body()
        .find(field)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  /** Texts become integers where the column is one: STRICT tables convert what converts. */
  private void insert(String sql, List<Optional<String>> values) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        insert.setString(i + 1, values.get(i).orElse(null));
      }
      insert.executeUpdate();
    }
  }

  private List<List<Optional<String>>> rows(String sql, int columns) throws SQLException {
    List<List<Optional<String>>> rows = new java.util.ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<Optional<String>> values = new java.util.ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(Optional.ofNullable(row.getString(i)));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
