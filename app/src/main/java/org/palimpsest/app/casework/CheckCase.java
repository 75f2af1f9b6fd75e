package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.verify.CaseVerifier;
import org.palimpsest.evidence.verify.CopiedNote;
import org.palimpsest.evidence.verify.VerificationReport;
import org.palimpsest.evidence.verify.VerifyOptions;

/** Verifies a case against this user's anchor, or a checkpoint from elsewhere. Changes nothing. */
public final class CheckCase {
  private static final int LARGEST_NOTE = 1 << 16;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final AnchorStore anchors;

  CheckCase(AnchorStore anchors) {
    this.anchors = anchors;
  }

  /**
   * @param checkpoint file with a signed note, from a report for instance
   */
  public VerificationReport verify(Path folder, Optional<Path> checkpoint) throws RefusedException {
    return verify(folder, VerifyOptions.plain().against(checkpoint));
  }

  /**
   * @param place the folder of a case, or a bundle as a zip file or unpacked
   * @throws RefusedException if it is none, or a file that the options name cannot be used
   */
  public VerificationReport verify(Path place, VerifyOptions options) throws RefusedException {
    if (!Files.isDirectory(place) && !isZip(place)) {
      throw new RefusedException(place + ": not the folder of a case, nor a bundle");
    }
    Optional<Path> checkpoint = options.checkpoint();
    if (checkpoint.isPresent() && !Files.isReadable(checkpoint.get())) {
      throw new RefusedException(checkpoint.get() + ": no checkpoint can be read there");
    }
    if (checkpoint.isPresent()) {
      requireNote(checkpoint.get());
    }
    for (Path authority : options.authorities()) {
      if (!Files.isRegularFile(authority)) {
        throw new RefusedException(authority + ": no certificate can be read there");
      }
    }
    return new CaseVerifier().verify(place, anchors::read, options);
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException e) {
      return false;
    }
  }

  /** A file that is no checkpoint says nothing about a case. */
  private static void requireNote(Path file) throws RefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!CopiedNote.holdsCheckpoint(in.readNBytes(LARGEST_NOTE))) {
        throw new RefusedException(
            file + ": holds no checkpoint (size and root at least, each on a line)");
      }
    } catch (IOException e) {
      throw new RefusedException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
