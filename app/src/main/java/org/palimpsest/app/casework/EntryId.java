package org.palimpsest.app.casework;

import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonString;

/** How people name what entries of a kind made: a letter and a number that grows. */
final class EntryId {
  private EntryId() {}

  /** The next one; ask and append while holding the case's monitor. */
  static String next(CaseFile file, EntryKind kind, String prefix) {
    return prefix + (file.entries().stream().filter(entry -> entry.is(kind)).count() + 1);
  }

  /** Refuses an id under which nobody would find anything. */
  static void require(CaseFile file, String id) throws RefusedException {
    require(file.entries().stream(), id, id);
  }

  /** Refuses an id that is not that of an opinion. */
  static void requireOpinion(CaseFile file, String id) throws RefusedException {
    require(
        file.entries().stream().filter(entry -> entry.is(EntryKind.OPINION_STATED)),
        id,
        "opinion " + id);
  }

  private static void require(Stream<LedgerEntry> entries, String id, String words)
      throws RefusedException {
    boolean known =
        entries
            .flatMap(entry -> entry.body().find("id").stream())
            .anyMatch(new JsonString(id)::equals);
    if (!known) {
      throw new RefusedException("no " + words + " in this case");
    }
  }
}
