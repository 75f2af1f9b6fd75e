package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.format.Sha256;

/** What can be looked at of a case that cannot be opened. */
final class NoContents implements CaseContents {
  @Override
  public Optional<Content> blob(Sha256 sha256) {
    return Optional.empty();
  }

  @Override
  public Optional<Content> report(String fileName) {
    return Optional.empty();
  }

  @Override
  public Optional<String> omission(BlobClaim claim) {
    return Optional.empty();
  }

  @Override
  public void flagTheRest(Claims claims, CaseHistory history, Flags flags) {
    // there is nothing to look at
  }
}
