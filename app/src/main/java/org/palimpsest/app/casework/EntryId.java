package org.palimpsest.app.casework;

import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonString;

/** How people name what entries of a kind made: a letter and a number that grows. */
final class EntryId {
  private EntryId() {}

  /** The next one; ask and append while holding the case's monitor. */
  static String next(CaseFile file, EntryKind kind, String prefix) {
    return prefix + (file.entries().stream().filter(entry -> entry.is(kind)).count() + 1);
  }

  /**
   * Refuses an id under which nobody would find anything.
   *
   * @param kind of the entry that it must name; any by default
   */
  static void require(CaseFile file, String id, Optional<EntryKind> kind) throws RefusedException {
    boolean known =
        file.entries().stream()
            .filter(entry -> kind.map(entry::is).orElse(true))
            .flatMap(entry -> entry.body().find("id").stream())
            .anyMatch(new JsonString(id)::equals);
    if (!known) {
      throw new RefusedException(
          String.format("no %s%s in this case", kind.isPresent() ? "opinion " : "", id));
    }
  }
}
