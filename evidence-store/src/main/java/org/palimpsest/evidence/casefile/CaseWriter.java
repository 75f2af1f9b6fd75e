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
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.NewName;
import org.palimpsest.evidence.entry.v1.People;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.format.VerifyingKey;
import org.palimpsest.evidence.key.SigningKey;
import org.palimpsest.evidence.ledger.LedgerDatabase;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/** Turns drafts into entries: body, tree, signed checkpoint, one transaction, then the anchor. */
final class CaseWriter {
  private final LedgerDatabase database;
  private final SigningKey key;
  private final AnchorStore anchors;
  private final Clock clock;
  private MerkleFrontier tree;
  private Optional<String> anchorProblem = Optional.empty();

  CaseWriter(
      LedgerDatabase database,
      SigningKey key,
      AnchorStore anchors,
      Clock clock,
      MerkleFrontier tree) {
    this.database = database;
    this.key = key;
    this.anchors = anchors;
    this.clock = clock;
    this.tree = tree;
  }

  /** Makes the first entry, under the examiner's own key. */
  Written first(UUID caseId, CaseDescription description) throws SQLException {
    JsonObject fields = description.toFields(caseId, key.verifyingKey());
    EntryDraft draft = EntryDraft.of(EntryKind.CASE_CREATED, fields, List.of());
    LedgerEntry entry = entry(draft, Checkpoint.originOf(caseId), description.examiner());
    return write(entry, CaseState.first(entry));
  }

  /**
   * Adds an entry.
   *
   * @throws IllegalArgumentException in words, if the person whose key is open may not write it, or
   *     it may not follow
   */
  Written append(EntryDraft draft, CaseState before) throws SQLException {
    People people = before.people();
    Person person =
        people
            .find(key.verifyingKey())
            .orElseThrow(() -> new IllegalArgumentException("the key is not in force"));
    if (!person.role().mayWrite(draft.kind())) {
      throw new IllegalArgumentException(
          person.name() + " is " + person.role().text() + " and may not write " + draft.kind());
    }
    LedgerEntry entry = entry(draft, people.origin(), person.name());
    if (entry.is(EntryKind.PERSON_ADMITTED)) {
      NewName.require(entry.body().object("person").string("name"), people);
    }
    return write(entry, before.with(entry));
  }

  /** Whether the person whose key is open may write entries of {@code kind}. */
  boolean mayWrite(EntryKind kind, CaseState state) {
    return state.people().find(key()).filter(p -> p.role().mayWrite(kind.text())).isPresent();
  }

  private LedgerEntry entry(EntryDraft draft, String origin, String name) {
    Actor actor = new Actor(name, key.verifyingKey().id(origin));
    long seq = tree.size();
    JsonObject body = draft.body(seq, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor);
    byte[] bytes = CanonicalJson.bytes(body);
    if (bytes.length > CaseFormat.LARGEST_BODY) {
      throw new IllegalArgumentException("an entry has at most 16 MiB: store content as a blob");
    }
    // what could not be read again would make the whole case unreadable, for good
    JsonObject read = JsonParser.parseObject(bytes);
    return new LedgerEntry(seq, read, MerkleFrontier.leafHash(bytes)).checked();
  }

  private Written write(LedgerEntry entry, CaseState after) throws SQLException {
    MerkleFrontier next = tree.with(entry.leafHash());
    Checkpoint checkpoint = sign(after.people().origin(), next);
    database.append(entry, checkpoint.note());
    tree = next;
    moveAnchor(after.caseId(), checkpoint);
    return new Written(entry, after, checkpoint);
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

  private void moveAnchor(UUID caseId, Checkpoint checkpoint) {
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
   * @param state what all entries add up to with it
   * @param checkpoint the ledger after it
   */
  record Written(LedgerEntry entry, CaseState state, Checkpoint checkpoint) {}

  /** Whose key is open. */
  VerifyingKey key() {
    return key.verifyingKey();
  }
}
