package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.verify.CaseVerifier;
import org.palimpsest.evidence.verify.CopiedNote;
import org.palimpsest.evidence.verify.VerificationReport;

/** Verifies a case against this user's anchor, or a checkpoint from elsewhere. Changes nothing. */
public final class CheckCase {
  private static final int LARGEST_NOTE = 1 << 16;

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
    if (checkpoint.isPresent()) {
      requireNote(checkpoint.get());
    }
    return new CaseVerifier().verify(folder, anchors::read, checkpoint);
  }

  /** A file that is no checkpoint says nothing about a case. */
  private static void requireNote(Path file) throws RefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      if (CopiedNote.find(in.readNBytes(LARGEST_NOTE)).isEmpty()) {
        throw new RefusedException(file + ": holds no checkpoint (origin, size, root, signature)");
      }
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
