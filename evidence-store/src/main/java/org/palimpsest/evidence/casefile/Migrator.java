package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.ledger.LedgerDatabase;

/**
 * Brings an older case to today's tables when it is opened to be continued: a backup first, then
 * the change and the entry that logs it, in one transaction.
 */
final class Migrator {
  static final String BACKUPS = "backups";

  private final Path folder;
  private final List<Migration> migrations;

  Migrator(Path folder, List<Migration> migrations) {
    this.folder = folder;
    this.migrations = List.copyOf(migrations);
  }

  /**
   * @throws IOException if there is no room for the backup; nothing was changed then
   * @throws SQLException if the change failed; nothing was changed then
   */
  void run(LedgerDatabase database, CaseWriter writer, CaseContent content)
      throws SQLException, IOException {
    if (!writer.mayWrite(EntryKind.CASE_MIGRATED, content.state())) {
      return; // waits for an examiner; a reviewer's entries do without
    }
    for (Migration migration : migrations) {
      if (migration.needed(database.connection(), content.entries())) {
        String name = "case-before-" + content.size() + ".db";
        Sha256 backup = backUp(database, name);
        JsonObject fields =
            JsonObject.empty()
                .with("migration", migration.name())
                .with(
                    "backup",
                    JsonObject.empty().with("fileName", name).with("sha256", backup.hex()));
        database.change(connection -> migration.apply(connection, content.entries()));
        CaseWriter.Written written =
            writer.append(
                EntryDraft.of(EntryKind.CASE_MIGRATED, fields, List.of()), content.state());
        content.add(written.entry(), written.state(), written.checkpoint());
      }
    }
  }

  private Sha256 backUp(LedgerDatabase database, String name) throws SQLException, IOException {
    Path backups = Files.createDirectories(folder.resolve(BACKUPS));
    Path file = backups.resolve(name);
    Files.deleteIfExists(file); // of an attempt that broke off before its entry
    database.copyTo(file);
    DurableFile.sync(file);
    DurableFile.syncFolder(backups);
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hash(in);
    }
  }
}
