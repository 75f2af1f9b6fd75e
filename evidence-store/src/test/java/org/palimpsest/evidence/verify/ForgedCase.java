package org.palimpsest.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.LedgerDatabase;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/** A whole case by somebody who knows the format and the case's ID, but not the examiner's key. */
record ForgedCase(Laboratory lab, String caseId, SigningKey forger) {
  void write() throws Exception {
    Files.createDirectories(lab.folder().resolve("blobs"));
    JsonObject examiner =
        JsonObject.empty()
            .with("name", "E. Xaminer")
            .with("publicKey", forger.verifyingKey().base64());
    JsonObject first =
        JsonObject.empty()
            .with("caseId", caseId)
            .with("title", "t")
            .with("authority", "a")
            .with("purpose", "p")
            .with("timeZone", "UTC")
            .with("examiner", examiner);
    MerkleFrontier tree = MerkleFrontier.empty();
    try (LedgerDatabase database = LedgerDatabase.create(lab.folder())) {
      tree = append(database, tree, new EntryDraft("case-created", first, List.of()));
      for (int i = 1; i < 6; i++) {
        tree = append(database, tree, new EntryDraft("note", JsonObject.empty(), List.of()));
      }
    }
  }

  private MerkleFrontier append(LedgerDatabase database, MerkleFrontier tree, EntryDraft draft)
      throws Exception {
    String origin = "palimpsest/case/" + caseId;
    Actor actor = new Actor("E. Xaminer", forger.verifyingKey().id(origin));
    JsonObject body = draft.body(tree.size(), Laboratory.NOON, actor);
    Sha256 leaf = MerkleFrontier.leafHash(CanonicalJson.bytes(body));
    MerkleFrontier next = tree.with(leaf);
    String text = Checkpoint.textOf(origin, next.size(), next.root());
    byte[] signature = forger.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, forger.verifyingKey(), signature);
    database.append(
        new LedgerEntry(tree.size(), body, leaf), new SignedNote(text, List.of(line)).format());
    return next;
  }
}
