package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.MerkleFrontier;
import org.palimpsest.evidence.ledger.Projections;

/** Somebody who knows the format to the byte and writes what our writer would refuse. */
record Intruder(Laboratory lab) {
  /** Adds an entry with everything that belongs to it, signed by {@code key}. */
  void append(SigningKey key, String name, EntryDraft draft, Instant time) throws SQLException {
    String origin = origin();
    try (Connection connection = lab.stranger()) {
      MerkleFrontier tree = MerkleFrontier.empty();
      for (byte[] body : bodies(connection)) {
        tree = tree.with(MerkleFrontier.leafHash(body));
      }
      Actor actor = new Actor(name, key.verifyingKey().id(origin));
      JsonObject body = draft.body(tree.size(), time, actor);
      put(connection, tree, body, origin, key);
    }
  }

  /** Writes every entry anew as {@code change} says, every hash and every checkpoint. */
  void rechain(SigningKey key, UnaryOperator<JsonObject> change) throws SQLException {
    String origin = origin();
    List<byte[]> bodies;
    try (Connection connection = lab.stranger()) {
      bodies = bodies(connection);
    }
    lab.tamper(
        "DELETE FROM ledger",
        "DELETE FROM checkpoint",
        "DELETE FROM entry_index",
        "DELETE FROM blob_use");
    try (Connection connection = lab.stranger()) {
      MerkleFrontier tree = MerkleFrontier.empty();
      for (byte[] body : bodies) {
        tree = put(connection, tree, change.apply(JsonParser.parseObject(body)), origin, key);
      }
    }
  }

  /** A note over anything. */
  static String note(SigningKey key, String origin, long size, Sha256 root) {
    String text = Checkpoint.textOf(origin, size, root);
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, key.verifyingKey(), signature);
    return new SignedNote(text, List.of(line)).format();
  }

  String origin() throws SQLException {
    try (Connection connection = lab.stranger()) {
      JsonObject first = JsonParser.parseObject(bodies(connection).get(0));
      return "palimpsest/case/" + first.string("caseId");
    }
  }

  private static MerkleFrontier put(
      Connection connection, MerkleFrontier tree, JsonObject body, String origin, SigningKey key)
      throws SQLException {
    byte[] bytes = CanonicalJson.bytes(body);
    Sha256 leaf = MerkleFrontier.leafHash(bytes);
    MerkleFrontier next = tree.with(leaf);
    String entry = "INSERT INTO ledger VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(entry)) {
      insert.setLong(1, tree.size());
      insert.setBytes(2, bytes);
      insert.setBytes(3, leaf.raw());
      insert.executeUpdate();
    }
    String checkpoint = "INSERT INTO checkpoint VALUES (?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(checkpoint)) {
      insert.setLong(1, next.size());
      insert.setString(2, note(key, origin, next.size(), next.root()));
      insert.executeUpdate();
    }
    new Projections(connection).add(new LedgerEntry(tree.size(), body, leaf));
    return next;
  }

  private static List<byte[]> bodies(Connection connection) throws SQLException {
    List<byte[]> bodies = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT body FROM ledger ORDER BY seq")) {
      while (row.next()) {
        bodies.add(row.getBytes(1));
      }
    }
    return bodies;
  }
}
