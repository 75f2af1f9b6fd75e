package org.palimpsest.evidence.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.files.UserDataFolder;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteException;

/**
 * One file per case, called by its ID, with the note of the newest checkpoint that this user made
 * or saw. It only ever moves forward: an older checkpoint never replaces a newer one.
 */
public final class AnchorStore {
  private final Path folder;

  /**
   * @param folder where the anchors are; made with the first
   */
  public AnchorStore(Path folder) {
    this.folder = folder;
  }

  /** The anchors of the user who runs this process. */
  public static AnchorStore ofThisUser() {
    return new AnchorStore(UserDataFolder.ofThisUser().resolve("anchors"));
  }

  /** The file of a case's anchor, whether or not it is there. */
  public Path file(UUID caseId) {
    return folder.resolve(caseId.toString());
  }

  /**
   * The note that was kept for a case. It is not checked here.
   *
   * @throws IOException if it is there and cannot be read as UTF-8
   */
  public Optional<String> read(UUID caseId) throws IOException {
    try {
      return Optional.of(Files.readString(file(caseId)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps {@code checkpoint}, atomically.
   *
   * @throws IOException if it cannot be written, or a newer one is there
   */
  public void advance(UUID caseId, Checkpoint checkpoint) throws IOException {
    Optional<String> kept = read(caseId);
    if (kept.isPresent() && sizeOf(caseId, kept.get()) > checkpoint.size()) {
      throw new IOException("the anchor " + file(caseId) + " is newer than the case");
    }
    DurableFile.createPrivateFolder(folder);
    DurableFile.writePrivate(file(caseId), checkpoint.note().getBytes(StandardCharsets.UTF_8));
  }

  private long sizeOf(UUID caseId, String note) throws IOException {
    try {
      return Checkpoint.parse(note).size();
    } catch (NoteException e) {
      throw new IOException("the anchor " + file(caseId) + " is damaged", e);
    }
  }
}
