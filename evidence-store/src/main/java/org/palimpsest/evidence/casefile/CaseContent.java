package org.palimpsest.evidence.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;

/**
 * What a ledger says, in memory. Ledgers are short (an entry per step of an examination), so that a
 * reader holds no file open, and what it shows belongs to one moment.
 */
final class CaseContent {
  private final List<LedgerEntry> entries = new ArrayList<>();
  private CaseState state;
  private Optional<String> misfit = Optional.empty();
  private Checkpoint checkpoint;

  /**
   * @throws IllegalArgumentException if entry 0 does not say what a case is
   */
  CaseContent(List<LedgerEntry> entries, Checkpoint checkpoint) {
    this.entries.add(entries.get(0));
    this.state = CaseState.first(entries.get(0));
    this.checkpoint = checkpoint;
    entries.subList(1, entries.size()).forEach(this::take);
  }

  /** A case that was tampered with can still be looked at. */
  private void take(LedgerEntry entry) {
    entries.add(entry);
    try {
      state = state.with(entry);
    } catch (IllegalArgumentException e) {
      misfit = misfit.or(() -> Optional.of("entry " + entry.seq() + ": " + e.getMessage()));
    }
  }

  synchronized void add(LedgerEntry entry, CaseState after, Checkpoint newest) {
    entries.add(entry);
    state = after;
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

  synchronized CaseState state() {
    return state;
  }

  /** The first entry that may not be where it is, in words. */
  synchronized Optional<String> misfit() {
    return misfit;
  }

  String origin() {
    return state().people().origin();
  }
}
