package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.Optional;

/** Compares the copies of the reports with the reports that the ledger says were issued. */
final class ReportPass {
  private final CaseContents contents;
  private final Findings findings;

  ReportPass(CaseContents contents, Findings findings) {
    this.contents = contents;
    this.findings = findings;
  }

  void check(ReportStates reports) {
    for (ReportStates.Issued report : reports.all()) {
      problem(report).ifPresent(words -> add(report, words));
    }
  }

  private Optional<String> problem(ReportStates.Issued report) {
    try {
      Optional<Content> content = contents.report(report.fileName());
      if (content.isEmpty()) {
        return Optional.of("is missing; the ledger still holds it as content");
      }
      return content.get().hash().equals(report.blob().sha256())
          ? Optional.empty()
          : Optional.of("is not the report that was issued");
    } catch (IllegalArgumentException e) {
      return Optional.of("is no plain file name");
    } catch (IOException e) {
      return Optional.of("cannot be read");
    }
  }

  private void add(ReportStates.Issued report, String words) {
    findings.add(
        new Finding(
            Cause.REPORT_CHANGED,
            Subject.BLOB,
            Optional.of(report.seq()),
            Optional.of(report.blob().sha256().hex()),
            "reports/" + report.fileName() + " " + words));
  }
}
