package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.database.NotThisFormatException;
import org.palimpsest.evidence.database.ReadOnlyDatabase;

/** A case folder, perhaps while somebody writes it. */
final class FolderSource implements CaseSource {
  private static final int ATTEMPTS = 5;
  private static final int MODE_AT = 18; // in an SQLite file: write version, read version
  private static final byte WAL = 2;

  private final Path folder;

  FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public Examination read(Function<CaseContents, Examination> fresh) {
    for (int attempt = 1; ; attempt++) {
      Examination examination = fresh.apply(new FolderContents(folder));
      if (!readOnce(examination) || attempt == ATTEMPTS) {
        return examination;
      }
    }
  }

  @Override
  public void close() {
    // the database is closed after each reading
  }

  /** Whether a writer came in between, so that what was read may not belong together. */
  private boolean readOnce(Examination examination) {
    Optional<String> unsafe = FolderForm.unsafeToOpen(folder);
    if (unsafe.isPresent()) {
      examination.unreadable(Cause.UNREADABLE, "case.db is not opened: " + unsafe.get());
      return false;
    }
    if (!Files.isRegularFile(CaseFormat.database(folder))) {
      examination.unreadable(Cause.UNREADABLE, "there is no case.db");
      return false;
    }
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(folder)) {
      if (database.copied()) {
        String words =
            "read from a private copy, so that nothing is written beside it (read-only place, or"
                + " the log of a writer that broke off)";
        examination.flags().add(FlagCause.READ_FROM_COPY, words);
      }
      read(database.connection(), examination);
      return database.disturbed();
    } catch (NotThisFormatException e) {
      String words = "case.db cannot be read: " + e.getMessage();
      examination.unreadable(
          e.newer() ? Cause.NEWER_FORMAT : Cause.OTHER_FORMAT,
          e.newer() ? words + "; use a newer program" : words);
    } catch (SQLException | IOException | RuntimeException e) {
      // whatever a hostile file makes SQLite or its driver do, the answer is a finding
      examination.unreadable(Cause.UNREADABLE, "case.db cannot be read: " + Reason.of(e));
    }
    return false;
  }

  private void read(Connection connection, Examination examination)
      throws SQLException, IOException {
    CaseFormat.check(connection);
    SchemaCheck schema = new SchemaCheck(connection, examination.findings());
    if (!hasTables(connection)) {
      String words = "case.db cannot be read: the tables ledger and checkpoint are not there";
      examination.unreadable(Cause.SCHEMA_CHANGED, words);
      return;
    }
    schema.check();
    checkMode(examination);
    checkPages(connection, examination);
    if (schema.hasProjections()) {
      try (ProjectionCheck projections = new ProjectionCheck(connection, examination.findings())) {
        examination.read(new DatabaseRows(connection), Optional.of(projections));
      }
    } else {
      examination.read(new DatabaseRows(connection), Optional.empty());
    }
  }

  /** A view or virtual table of the right name could answer anything. */
  private static boolean hasTables(Connection connection) throws SQLException {
    String sql =
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('ledger', 'checkpoint')"
            + " AND type = 'table' AND rootpage > 0";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getInt(1) == 2;
    }
  }

  /** Also of the pages that no query of ours needs, and that every index fits its table. */
  private static void checkPages(Connection connection, Examination examination)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        examination.unreadable(Cause.UNREADABLE, "case.db: its pages are damaged");
      }
    }
  }

  private void checkMode(Examination examination) throws IOException {
    try (InputStream in = Files.newInputStream(CaseFormat.database(folder))) {
      byte[] head = in.readNBytes(MODE_AT + 2);
      if (head.length == MODE_AT + 2 && (head[MODE_AT] != WAL || head[MODE_AT + 1] != WAL)) {
        examination.unreadable(Cause.SCHEMA_CHANGED, "the journal mode is not that of the format");
      }
    }
  }
}
