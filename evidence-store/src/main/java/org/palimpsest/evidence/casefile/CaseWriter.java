package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.database.CaseFormat;
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

/** Turns drafts into entries: body, tree, signed checkpoint, one transaction, then the anchor. */
final class CaseWriter {
  private final LedgerDatabase database;
  private final SigningKey key;
  private final AnchorStore anchors;
  private final Clock clock;
  private final UUID caseId;
  private MerkleFrontier tree;
  private Optional<String> anchorProblem = Optional.empty();

  CaseWriter(
      LedgerDatabase database,
      SigningKey key,
      AnchorStore anchors,
      Clock clock,
      UUID caseId,
      MerkleFrontier tree) {
    this.database = database;
    this.key = key;
    this.anchors = anchors;
    this.clock = clock;
    this.caseId = caseId;
    this.tree = tree;
  }

  Written append(EntryDraft draft, String examiner) throws SQLException {
    String origin = Checkpoint.originOf(caseId);
    Actor actor = new Actor(examiner, key.verifyingKey().id(origin));
    long seq = tree.size();
    JsonObject body = draft.body(seq, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor);
    byte[] bytes = CanonicalJson.bytes(body);
    if (bytes.length > CaseFormat.LARGEST_BODY) {
      throw new IllegalArgumentException("an entry has at most 16 MiB: store content as a blob");
    }
    Sha256 leafHash = MerkleFrontier.leafHash(bytes);
    MerkleFrontier next = tree.with(leafHash);
    Checkpoint checkpoint = sign(origin, next);
    database.append(seq, bytes, leafHash, checkpoint.note());
    tree = next;
    moveAnchor(checkpoint);
    return new Written(new LedgerEntry(seq, body, leafHash), checkpoint);
  }

  /** Why the newest entry is not anchored; it is in the case all the same. */
  Optional<String> anchorProblem() {
    return anchorProblem;
  }

  void close() throws SQLException {
    database.close();
  }

  private Checkpoint sign(String origin, MerkleFrontier state) {
    String text = Checkpoint.textOf(origin, state.size(), state.root());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, key.verifyingKey(), signature);
    String note = new SignedNote(text, List.of(line)).format();
    return new Checkpoint(origin, state.size(), state.root(), note);
  }

  private void moveAnchor(Checkpoint checkpoint) {
    try {
      anchors.advance(caseId, checkpoint);
      anchorProblem = Optional.empty();
    } catch (IOException e) {
      anchorProblem =
          Optional.of("The anchor " + anchors.file(caseId) + " was not written: " + e.getMessage());
    }
  }

  /**
   * What an append made.
   *
   * @param entry the entry
   * @param checkpoint the state of the ledger after it
   */
  record Written(LedgerEntry entry, Checkpoint checkpoint) {}
}
