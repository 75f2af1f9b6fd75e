package org.palimpsest.evidence.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One verification on its way: what was read so far, and what was found. */
final class Examination {
  private final Findings findings = new Findings();
  private final List<String> remarks = new ArrayList<>();
  private PrefixTree tree = new PrefixTree(List.of());
  private Optional<Identity> identity = Optional.empty();
  private Map<BlobClaim, Long> claims = Map.of();
  private Map<String, ReportPass.Issued> reports = Map.of();
  private Optional<String> newest = Optional.empty();
  private long checkpoints;
  private boolean anchored;
  private boolean behind;

  void unreadable(String words) {
    findings.add(Subject.LEDGER, words);
  }

  void readLedger(Connection connection) throws SQLException {
    LedgerPass ledger = new LedgerPass(findings, remarks);
    try {
      ledger.read(connection);
    } finally {
      // what was read before the file broke off still counts
      tree = ledger.tree();
      identity = ledger.identity();
      claims = ledger.claims();
      reports = ledger.reports();
    }
    CheckpointPass pass = new CheckpointPass(tree, identity, findings);
    try {
      pass.read(connection);
    } finally {
      checkpoints = pass.count();
      newest = pass.newest();
    }
  }

  void readFromCopy(boolean copied) {
    if (copied) {
      remarks.add("read from a private copy: the case lies where nothing can be written");
    }
  }

  void compare(AnchorSource anchors, Optional<Path> checkpointFile) {
    AnchorCheck check = new AnchorCheck(tree, identity, findings);
    check.compareWith(anchors);
    checkpointFile.ifPresent(check::compareWith);
    anchored = check.compared();
    behind = check.behind();
    if (!anchored) {
      remarks.add("not anchored: truncation would not be seen");
    }
  }

  /** Whether a checkpoint from outside knows more entries than were read. */
  boolean behind() {
    return behind;
  }

  void readBlobs(Path folder) {
    BlobPass pass = new BlobPass(folder, findings);
    pass.check(claims);
    pass.remarkStrays(claims.keySet(), remarks);
  }

  void readReports(Path folder) {
    new ReportPass(folder, findings).check(reports, remarks);
  }

  VerificationReport report() {
    return new VerificationReport(
        identity.map(i -> i.caseId().toString()),
        tree.size(),
        checkpoints,
        claims.keySet().stream().map(BlobClaim::sha256).distinct().count(),
        anchored,
        findings.list(),
        remarks,
        newest);
  }
}
