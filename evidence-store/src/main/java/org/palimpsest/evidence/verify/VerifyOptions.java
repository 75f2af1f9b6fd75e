package org.palimpsest.evidence.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How to verify.
 *
 * @param everySignature whether the signature of every checkpoint is checked, not only of those
 *     that vouch for the others
 * @param checkpoint a file with a checkpoint kept elsewhere, from a printed report for instance
 * @param authorities PEM files with the certificates of time stamping authorities that the reader
 *     trusts
 * @param now the time of the check: an entry that is dated later is remarked upon
 */
public record VerifyOptions(
    boolean everySignature, Optional<Path> checkpoint, List<Path> authorities, Instant now) {
  /** Keeps a copy of {@code authorities}. */
  public VerifyOptions {
    authorities = List.copyOf(authorities);
  }

  /** Nothing but the case and its anchor, by this machine's clock. */
  public static VerifyOptions plain() {
    return new VerifyOptions(false, Optional.empty(), List.of(), Instant.now());
  }

  /** These options with a checkpoint to compare with. */
  public VerifyOptions against(Optional<Path> other) {
    return new VerifyOptions(everySignature, other, authorities, now);
  }

  /** These options with every signature checked. */
  public VerifyOptions withEverySignature() {
    return new VerifyOptions(true, checkpoint, authorities, now);
  }
}
