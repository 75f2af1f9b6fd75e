package org.palimpsest.app.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.verify.CaseVerifier;
import org.palimpsest.evidence.verify.VerificationReport;

/** Verifies a case against this user's anchor, or a checkpoint from elsewhere. Changes nothing. */
public final class CheckCase {
  private final AnchorStore anchors;

  CheckCase(AnchorStore anchors) {
    this.anchors = anchors;
  }

  /**
   * @param checkpoint file with a signed note, from a report for instance
   */
  public VerificationReport verify(Path folder, Optional<Path> checkpoint) throws RefusedException {
    if (!Files.isDirectory(folder)) {
      throw new RefusedException(folder + ": not the folder of a case");
    }
    if (checkpoint.isPresent() && !Files.isReadable(checkpoint.get())) {
      throw new RefusedException(checkpoint.get() + ": no checkpoint can be read there");
    }
    return new CaseVerifier().verify(folder, anchors::read, checkpoint);
  }
}
