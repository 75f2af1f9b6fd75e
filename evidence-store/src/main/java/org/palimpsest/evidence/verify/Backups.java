package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** The copies of the database that were made before it was changed in form. */
final class Backups {
  private static final String FOLDER = "backups/";

  private final Map<String, Sha256> hashes = new HashMap<>();
  private final Flags flags;

  /**
   * @param migrations the entries that name them
   */
  Backups(List<CaseHistory.Received> migrations, Flags flags) {
    this.flags = flags;
    for (CaseHistory.Received migration : migrations) {
      JsonObject backup = migration.body().object("backup");
      String name = backup.string("fileName");
      hashes.put(FOLDER + name, new Sha256(backup.string("sha256")));
    }
  }

  /** Whether an entry names this file; flags it if it is not what the entry says. */
  boolean knows(String name, Path file) {
    Optional<Sha256> expected = Optional.ofNullable(hashes.get(name));
    if (expected.isPresent() && !hash(file).equals(expected)) {
      flags.add(FlagCause.BACKUP_CHANGED, name + " is not the copy that was made");
    }
    return expected.isPresent();
  }

  private static Optional<Sha256> hash(Path file) {
    try {
      Optional<Content> content = FolderContents.file(file);
      return content.isPresent() ? Optional.of(content.get().hash()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
