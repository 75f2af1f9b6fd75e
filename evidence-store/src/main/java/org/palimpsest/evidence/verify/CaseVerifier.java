package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.palimpsest.evidence.database.CaseFormat;
import org.palimpsest.evidence.database.ReadOnlyDatabase;

/**
 * Re-derives everything a case claims: each entry's hash and required fields, the tree, the root
 * and signature of every checkpoint, the content of every blob, and that the case continues what an
 * anchor saw. Changes nothing. Whatever the case holds, the answer is a report. Safe for several
 * threads.
 */
public final class CaseVerifier {
  private static final int ATTEMPTS = 5;
  private static final String REPORTS = "reports";

  /**
   * Verifies the case in {@code folder}.
   *
   * @param anchors where its anchor may be found
   * @param checkpointFile a checkpoint kept elsewhere, from a printed report for instance
   */
  public VerificationReport verify(
      Path folder, AnchorSource anchors, Optional<Path> checkpointFile) {
    AnchorSource anchor = new RememberedAnchor(anchors);
    Examination examination = readLedger(folder);
    examination.compare(anchor, checkpointFile);
    if (examination.behind()) {
      // a writer may have added entries after they were read and before the anchor was
      examination = readLedger(folder);
      examination.compare(anchor, checkpointFile);
    }
    examination.readBlobs(CaseFormat.blobs(folder));
    examination.readReports(folder.resolve(REPORTS));
    return examination.report();
  }

  private static Examination readLedger(Path folder) {
    for (int attempt = 1; ; attempt++) {
      Examination examination = new Examination();
      boolean disturbed = false;
      if (!Files.isRegularFile(CaseFormat.database(folder))) {
        examination.unreadable("there is no case.db");
        return examination;
      }
      try (ReadOnlyDatabase database = ReadOnlyDatabase.open(folder)) {
        requireTables(database.connection());
        examination.readLedger(database.connection());
        examination.readFromCopy(database.copied());
        disturbed = database.disturbed();
      } catch (SQLException | IOException | RuntimeException e) {
        // whatever a hostile file makes SQLite or its driver do, the answer is a finding
        examination.unreadable("case.db cannot be read: " + firstLine(e));
      }
      if (!disturbed || attempt == ATTEMPTS) {
        return examination;
      }
    }
  }

  /** A view or virtual table of the right name could answer anything. */
  private static void requireTables(Connection connection) throws SQLException {
    CaseFormat.check(connection);
    String sql =
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('ledger', 'checkpoint')"
            + " AND type = 'table' AND rootpage > 0";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next() || row.getInt(1) != 2) {
        throw new IllegalArgumentException("the tables ledger and checkpoint are not there");
      }
    }
    // also the pages that no query of ours needs
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        throw new IllegalArgumentException("its pages are damaged");
      }
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
