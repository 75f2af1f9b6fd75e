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
import org.palimpsest.evidence.verify.GivenFiles;
import org.palimpsest.evidence.verify.VerificationReport;
import org.palimpsest.evidence.verify.VerifyOptions;

/** Verifies a case against this user's anchor, or a checkpoint from elsewhere. Changes nothing. */
public final class CheckCase {
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
   * @throws RefusedException if it is none, is of a newer format, or a file that the options name
   *     cannot be used
   */
  public VerificationReport verify(Path place, VerifyOptions options) throws RefusedException {
    boolean zip = Files.isRegularFile(place) && isZip(place); // a pipe would be waited for
    if (!Files.isDirectory(place) && !zip) {
      throw new RefusedException(place + ": not the folder of a case, nor a bundle");
    }
    Optional<String> fault = GivenFiles.fault(options);
    if (fault.isPresent()) {
      throw new RefusedException(fault.get());
    }
    VerificationReport report = new CaseVerifier().verify(place, anchors::read, options);
    if (report.newerFormat().isPresent()) {
      throw new RefusedException(place + ": " + report.newerFormat().get());
    }
    return report;
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException e) {
      return false;
    }
  }
}
