package org.palimpsest.app.casework;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Sha256;

/**
 * Content that somebody else made and that counts once: under which role of which entries it is.
 *
 * @param kind of the entries that take it in
 * @param role of its blob there
 * @param what it is, in words
 */
record OnceOnly(EntryKind kind, String role, String what) {
  static final OnceOnly REVIEW = new OnceOnly(EntryKind.REVIEW_RECEIVED, "review", "review");
  static final OnceOnly TIME_STAMP =
      new OnceOnly(EntryKind.TIME_STAMP_RECEIVED, "time-stamp-response", "time stamp");

  /** Refuses what the case has already; ask and append while holding the case's monitor. */
  void requireNew(CaseFile file, byte[] content) throws RefusedException {
    Sha256 sha256 = Sha256.hash(content);
    for (LedgerEntry entry : file.entries()) {
      if (entry.is(kind)
          && entry.blobs().stream()
              .anyMatch(use -> use.role().equals(role) && use.blob().sha256().equals(sha256))) {
        throw new RefusedException(
            String.format(
                "%s: holds this very %s already, as %s (entry %d)",
                file.folder(), what, entry.body().string("id"), entry.seq()));
      }
    }
  }
}
