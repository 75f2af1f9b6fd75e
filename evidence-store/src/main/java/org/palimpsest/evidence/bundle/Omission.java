package org.palimpsest.evidence.bundle;

import java.util.Optional;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** Says which files of model packages may not be passed on. */
@FunctionalInterface
public interface Omission {
  /** Leaves nothing out. */
  Omission NONE = (entry, use) -> Optional.empty();

  /**
   * Why a blob is left out as far as this use of it goes, in one line for people. It is asked for
   * uses in the role {@code model} alone, and a blob is left out where all its uses have a reason.
   */
  Optional<String> reason(LedgerEntry entry, BlobUse use);
}
