package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Answers a second time what it answered first, so that entries read later must contain it. */
final class RememberedAnchor implements AnchorSource {
  private final AnchorSource source;
  private Optional<String> remembered = Optional.empty();

  RememberedAnchor(AnchorSource source) {
    this.source = source;
  }

  @Override
  public Optional<String> noteFor(UUID caseId) throws IOException {
    if (remembered.isEmpty()) {
      remembered = source.noteFor(caseId);
    }
    return remembered;
  }
}
