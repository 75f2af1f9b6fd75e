package org.palimpsest.evidence.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;

/**
 * The rows of a ledger one after another, so that a long case needs no more memory than a short.
 */
final class CaseRows {
  private static final byte[] LEAF = {0x00};

  private final Connection connection;

  CaseRows(Connection connection) throws SQLException {
    this.connection = connection;
    CaseFormat.check(connection);
  }

  /** Takes entries. */
  interface EntryVisitor {
    void visit(LedgerEntry entry, String body) throws IOException;
  }

  /** Takes checkpoints. */
  interface CheckpointVisitor {
    void visit(Checkpoint checkpoint) throws IOException;
  }

  /**
   * Visits all entries, the oldest first.
   *
   * @throws IllegalArgumentException if one is not as the format has it
   */
  void entries(EntryVisitor visitor) throws SQLException, IOException {
    String sql = "SELECT seq, body, leaf_hash FROM ledger ORDER BY seq";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      for (long seq = 0; row.next(); seq++) {
        byte[] body = row.getBytes(2);
        Sha256 leafHash = Sha256.hash(LEAF, body);
        JsonObject json = JsonParser.parseObject(body);
        boolean sound =
            row.getLong(1) == seq
                && Arrays.equals(row.getBytes(3), leafHash.raw())
                && Arrays.equals(CanonicalJson.bytes(json), body);
        if (!sound) {
          throw new IllegalArgumentException("entry " + seq + " is damaged");
        }
        LedgerEntry entry = new LedgerEntry(seq, json, leafHash).checked();
        visitor.visit(entry, new String(body, StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * Visits all checkpoints, the smallest first.
   *
   * @throws IllegalArgumentException if one is not as the format has it
   */
  void checkpoints(CheckpointVisitor visitor) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT size, note FROM checkpoint ORDER BY size")) {
      while (row.next()) {
        Checkpoint checkpoint = Checkpoint.parse(row.getString(2));
        if (checkpoint.size() != row.getLong(1)) {
          throw new IllegalArgumentException("checkpoint " + row.getLong(1) + " is damaged");
        }
        visitor.visit(checkpoint);
      }
    }
  }
}
