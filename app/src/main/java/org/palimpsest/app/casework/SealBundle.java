package org.palimpsest.app.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.bundle.Bundle;
import org.palimpsest.evidence.bundle.BundleException;
import org.palimpsest.evidence.bundle.BundleWriter;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;

/** Seals a case that verifies into one file, and logs that this was handed out. */
public final class SealBundle {
  private final CheckCase checkCase;
  private final Clock clock;
  private final String version;

  SealBundle(CheckCase checkCase, Clock clock, String version) {
    this.checkCase = checkCase;
    this.clock = clock;
    this.version = version;
  }

  /**
   * A bundle that was issued.
   *
   * @param id {@code B1}, …
   * @param seq of its entry, which is not in the bundle
   * @param bundle the file
   */
  public record Issued(String id, long seq, Bundle bundle) {}

  /**
   * Seals the case at its newest checkpoint. A bundle whose entry cannot be written is taken back.
   *
   * @param out a name that ends with {@code .zip}; must not exist
   */
  public Issued run(CaseFile file, Path out) throws RefusedException, CaseException {
    OutputFile.require(out, file.folder());
    if (!file.writable()) {
      throw new RefusedException(
          file.folder() + ": is open for reading only, so that a bundle could not be logged");
    }
    synchronized (file) {
      if (!checkCase.verify(file.folder(), Optional.empty()).verified()) {
        throw new RefusedException(
            file.folder() + ": does not verify, so that it is not handed out; run verify");
      }
      BundleWriter writer =
          new BundleWriter(
              file.folder(), new WithheldModels(file.blobs()), clock, "Palimpsest " + version);
      try {
        return enter(file, writer.write(out));
      } catch (BundleException e) {
        throw new RefusedException(e.getMessage(), e);
      }
    }
  }

  private static Issued enter(CaseFile file, Bundle bundle) throws CaseException {
    String id = EntryId.next(file, EntryKind.BUNDLE_ISSUED, "B");
    JsonObject fields =
        JsonObject.empty()
            .with("id", id)
            .with("checkpointSize", bundle.checkpointSize())
            .with("sha256", bundle.content().sha256().hex())
            .with("size", bundle.content().size())
            .with("omitted", bundle.omitted());
    try {
      LedgerEntry entry = file.append(EntryDraft.of(EntryKind.BUNDLE_ISSUED, fields, List.of()));
      return new Issued(id, entry.seq(), bundle);
    } catch (CaseException e) {
      takeBack(bundle, e);
      throw e;
    }
  }

  private static void takeBack(Bundle bundle, CaseException cause) {
    try {
      Files.delete(bundle.file());
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
