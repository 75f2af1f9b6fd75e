package org.palimpsest.evidence.casefile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/**
 * Reads a ledger for use. It asks only for what use needs, so that a case that was tampered with
 * can still be looked at; judging it is the verifier's work.
 */
final class CaseReading {
  private final Connection connection;

  CaseReading(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws SQLException if it is not the ledger of a case of this format
   * @throws IllegalArgumentException if what it holds cannot be read as entries
   */
  CaseContent read() throws SQLException {
    CaseFormat.check(connection);
    List<LedgerEntry> entries = entries();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("the ledger has no entry");
    }
    return new CaseContent(entries, newestCheckpoint());
  }

  private List<LedgerEntry> entries() throws SQLException {
    List<LedgerEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT seq, body FROM ledger ORDER BY seq")) {
      while (row.next()) {
        entries.add(entry(entries.size(), row.getLong(1), row.getBytes(2)));
      }
    }
    return entries;
  }

  private static LedgerEntry entry(int place, long seq, byte[] body) {
    if (seq != place || body == null) {
      throw new IllegalArgumentException("entry " + place + " is missing");
    }
    try {
      return new LedgerEntry(seq, JsonParser.parseObject(body), MerkleFrontier.leafHash(body))
          .checked();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("entry " + seq + ": " + e.getMessage(), e);
    }
  }

  private Checkpoint newestCheckpoint() throws SQLException {
    String sql = "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String note = row.next() ? row.getString(1) : null;
      if (note == null) {
        throw new IllegalArgumentException("the ledger has no checkpoint");
      }
      return Checkpoint.parse(note);
    }
  }
}
