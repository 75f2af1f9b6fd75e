package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteException;
import org.palimpsest.evidence.verify.AnchorSource;

/**
 * This user's anchors for a bundle. A case goes on after it was sealed, its own entry of that being
 * the first: where the anchor is newer than the bundle it says nothing about it, and the verifier
 * then says that the bundle is not anchored. A checkpoint that is named is always compared.
 */
final class BundleAnchors implements AnchorSource {
  private static final int LARGEST_NOTE = 1 << 16;

  private final AnchorStore anchors;
  private final Path bundle;

  BundleAnchors(AnchorStore anchors, Path bundle) {
    this.anchors = anchors;
    this.bundle = bundle;
  }

  @Override
  public Optional<String> noteFor(UUID caseId) throws IOException {
    Optional<String> note = anchors.read(caseId);
    return note.isPresent() && isNewer(note.get()) ? Optional.empty() : note;
  }

  private boolean isNewer(String note) throws IOException {
    try (Bag bag = Bag.open(bundle);
        InputStream in = bag.open("checkpoint.txt")) {
      String sealed = new String(in.readNBytes(LARGEST_NOTE), StandardCharsets.UTF_8);
      return Checkpoint.parse(note).size() > Checkpoint.parse(sealed).size();
    } catch (NoteException e) {
      return false; // whichever of the two is damaged, the verifier says so
    }
  }
}
