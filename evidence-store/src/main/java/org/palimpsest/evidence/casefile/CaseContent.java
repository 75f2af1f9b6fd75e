package org.palimpsest.evidence.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.palimpsest.evidence.entry.v1.Actor;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * What a ledger says, in memory. Ledgers are short (an entry per step of an examination), so that a
 * reader holds no file open, and what it shows belongs to one moment.
 */
final class CaseContent {
  private final List<LedgerEntry> entries;
  private final UUID caseId;
  private final CaseDescription description;
  private final VerifyingKey key;
  private Checkpoint checkpoint;

  /**
   * @throws IllegalArgumentException if entry 0 does not say what a case is
   */
  CaseContent(List<LedgerEntry> entries, Checkpoint checkpoint) {
    this.entries = new ArrayList<>(entries);
    this.checkpoint = checkpoint;
    JsonObject first = entries.get(0).body();
    if (!entries.get(0).is(EntryKind.CASE_CREATED)) {
      throw new IllegalArgumentException("entry 0 does not create a case");
    }
    this.caseId = UUID.fromString(first.string("caseId"));
    this.description = CaseDescription.from(first);
    this.key = new VerifyingKey(first.object("examiner").string("publicKey"));
  }

  synchronized void add(LedgerEntry entry, Checkpoint newest) {
    entries.add(entry);
    checkpoint = newest;
  }

  synchronized List<LedgerEntry> entries() {
    return Collections.unmodifiableList(new ArrayList<>(entries));
  }

  synchronized LedgerEntry entry(long seq) {
    return entries.get((int) Objects.checkIndex(seq, (long) entries.size()));
  }

  synchronized long size() {
    return entries.size();
  }

  synchronized Checkpoint checkpoint() {
    return checkpoint;
  }

  UUID caseId() {
    return caseId;
  }

  CaseDescription description() {
    return description;
  }

  VerifyingKey key() {
    return key;
  }

  String origin() {
    return Checkpoint.originOf(caseId);
  }

  Actor actor() {
    return new Actor(description.examiner(), key.id(origin()));
  }
}
