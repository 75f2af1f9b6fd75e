package org.palimpsest.evidence.casefile;

import java.util.UUID;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.People;
import org.palimpsest.evidence.entry.v1.Reports;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * What the entries so far add up to. Immutable.
 *
 * @param caseId that never changes
 * @param description with all amendments
 * @param people in force
 * @param reports with their states
 */
record CaseState(UUID caseId, CaseDescription description, People people, Reports reports) {
  /**
   * The state after entry 0.
   *
   * @throws IllegalArgumentException if it does not say what a case is
   */
  static CaseState first(LedgerEntry entry) {
    if (!entry.is(EntryKind.CASE_CREATED)) {
      throw new IllegalArgumentException("entry 0 does not create a case");
    }
    JsonObject body = entry.body();
    UUID caseId = UUID.fromString(body.string("caseId"));
    CaseDescription description = CaseDescription.from(body);
    VerifyingKey key = new VerifyingKey(body.object("examiner").string("publicKey"));
    People people = People.first(Checkpoint.originOf(caseId), description.examiner(), key);
    return new CaseState(caseId, description, people, Reports.none());
  }

  /**
   * The state after {@code entry}.
   *
   * @throws IllegalArgumentException in words, if the entry may not follow
   */
  CaseState with(LedgerEntry entry) {
    if (entry.is(EntryKind.CASE_CREATED)) {
      throw new IllegalArgumentException("a case is created once");
    }
    CaseDescription next =
        entry.is(EntryKind.CASE_AMENDED) ? description.amended(entry.body()) : description;
    return new CaseState(caseId, next, people.with(entry), reports.with(entry, people));
  }
}
