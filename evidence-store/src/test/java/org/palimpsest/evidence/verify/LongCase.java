package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/**
 * Makes a case of any length in one transaction, for measurements: {@code LongCase FOLDER ENTRIES}.
 * Every tenth entry relies on the case's one recording, and every entry is signed.
 */
final class LongCase {
  private final Laboratory lab;
  private final SigningKey key;

  LongCase(Path desk) {
    this.lab = new Laboratory(desk);
    this.key = lab.key();
  }

  /** Writes {@code args[1]} entries into a case below {@code args[0]}. */
  public static void main(String[] args) throws Exception {
    LongCase made = new LongCase(Files.createDirectories(Path.of(args[0])));
    made.write(Integer.parseInt(args[1]));
  }

  Laboratory write(int entries) throws CaseException, SQLException, IOException {
    UUID caseId;
    MerkleFrontier tree = MerkleFrontier.empty();
    BlobRef recording;
    try (CaseFile open = lab.create()) {
      caseId = open.caseId();
      recording = Laboratory.put(open, "recording");
      tree = tree.with(open.entry(0).leafHash());
    }
    try (Connection connection = lab.stranger()) {
      connection.setAutoCommit(false);
      try (PreparedStatement entry =
              connection.prepareStatement("INSERT INTO ledger VALUES (?, ?, ?)");
          PreparedStatement note =
              connection.prepareStatement("INSERT INTO checkpoint VALUES (?, ?)");
          PreparedStatement index =
              connection.prepareStatement(
                  "INSERT INTO entry_index VALUES (?, 'note', ?, ?, ?, ?, NULL)");
          PreparedStatement use =
              connection.prepareStatement(
                  "INSERT INTO blob_use VALUES (?, 0, 'recording', ?, ?)")) {
        for (int seq = 1; seq < entries; seq++) {
          boolean relies = seq % 10 == 0;
          JsonObject body = body(seq, caseId, relies ? Optional.of(recording) : Optional.empty());
          byte[] bytes = CanonicalJson.bytes(body);
          Sha256 leaf = MerkleFrontier.leafHash(bytes);
          tree = tree.with(leaf);
          run(entry, seq, bytes, leaf.raw());
          run(note, seq + 1, sign(caseId, tree).note());
          JsonObject actor = body.object("actor");
          run(
              index,
              seq,
              body.string("id"),
              body.string("time"),
              actor.string("name"),
              actor.string("key"));
          if (relies) {
            run(use, seq, recording.sha256().hex(), recording.size());
          }
        }
      }
      connection.commit();
    }
    lab.anchors().advance(caseId, sign(caseId, tree));
    return lab;
  }

  private JsonObject body(int seq, UUID caseId, Optional<BlobRef> recording) {
    Actor actor =
        new Actor(
            Laboratory.DESCRIPTION.examiner(), key.verifyingKey().id(Checkpoint.originOf(caseId)));
    JsonObject fields =
        JsonObject.empty()
            .with("id", "N" + seq)
            .with("text", "what was seen and heard in passage " + seq + " of the recording");
    List<BlobUse> blobs = recording.map(blob -> new BlobUse(blob, "recording")).stream().toList();
    return new EntryDraft("note", fields, blobs).body(seq, Laboratory.NOON.plusSeconds(seq), actor);
  }

  private Checkpoint sign(UUID caseId, MerkleFrontier tree) {
    String origin = Checkpoint.originOf(caseId);
    String text = Checkpoint.textOf(origin, tree.size(), tree.root());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, key.verifyingKey(), signature);
    String note = new SignedNote(text, List.of(line)).format();
    return new Checkpoint(origin, tree.size(), tree.root(), note);
  }

  private static void run(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
    statement.executeUpdate();
  }
}
