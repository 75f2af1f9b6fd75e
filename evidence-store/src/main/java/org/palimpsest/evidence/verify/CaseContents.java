package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.Optional;
import org.palimpsest.evidence.format.Sha256;

/** The content of a case, wherever it lies. */
interface CaseContents {
  /** No content at all. */
  static CaseContents none() {
    return new NoContents();
  }

  /**
   * The content with this name, if it is there as a plain file.
   *
   * @throws IOException if it cannot be looked at
   */
  Optional<Content> blob(Sha256 sha256) throws IOException;

  /**
   * The copy of a report with this name, if it is there as a plain file.
   *
   * @throws IllegalArgumentException if that is no plain file name
   * @throws IOException if it cannot be looked at
   */
  Optional<Content> report(String fileName) throws IOException;

  /** Whether this is a copy that was sealed at some time, so that its case may have gone on. */
  default boolean sealed() {
    return false;
  }

  /** Why this content was left out on purpose, if it was. */
  Optional<String> omission(BlobClaim claim);

  /** What stands under this content's name that is no plain file, in words after a space. */
  default Optional<String> oddity(Sha256 sha256) {
    return Optional.empty();
  }

  /** As {@link #oddity}, of the copy of a report. */
  default Optional<String> reportOddity(String fileName) {
    return Optional.empty();
  }

  /** Finds what is neither a real folder nor a plain file where every case has one. */
  default void checkForm(Findings findings) {
    // a bundle refuses such things when it is opened
  }

  /** Finds what is said to have been left out and was not, or was never there. */
  default void checkOmissions(Claims claims, Findings findings) {
    // a folder leaves nothing out on purpose
  }

  /** Flags whatever lies there that the ledger does not speak of. */
  void flagTheRest(Claims claims, CaseHistory history, Flags flags);
}
