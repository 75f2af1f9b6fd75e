package org.palimpsest.app.casework;

import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;

/** How people name what entries of a kind made: a letter and a number that grows. */
final class EntryId {
  private EntryId() {}

  /** The next one; ask and append while holding the case's monitor. */
  static String next(CaseFile file, EntryKind kind, String prefix) {
    return prefix + (file.entries().stream().filter(entry -> entry.is(kind)).count() + 1);
  }
}
