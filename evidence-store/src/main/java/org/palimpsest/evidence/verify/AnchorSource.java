package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Where a checkpoint kept outside the case comes from: {@code anchors::read} for one. */
@FunctionalInterface
public interface AnchorSource {
  /**
   * The note kept for a case, if one was.
   *
   * @throws IOException if it is there and cannot be read
   */
  Optional<String> noteFor(UUID caseId) throws IOException;

  /** Knows no anchor. */
  static AnchorSource none() {
    return caseId -> Optional.empty();
  }
}
