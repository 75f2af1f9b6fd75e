package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.util.Optional;

/** Compares the copies of the reports with the reports that the ledger says were issued. */
final class ReportPass {
  private static final String STILL_THERE = "; the report itself is content of the case";

  private final CaseContents contents;
  private final Findings findings;

  ReportPass(CaseContents contents, Findings findings) {
    this.contents = contents;
    this.findings = findings;
  }

  void check(ReportStates reports) {
    for (ReportStates.Issued report : reports.all()) {
      check(report);
    }
  }

  private void check(ReportStates.Issued report) {
    try {
      Optional<Content> content = contents.report(report.fileName());
      Optional<String> odd = contents.reportOddity(report.fileName());
      if (content.isEmpty() && odd.isPresent()) {
        add(Cause.NOT_A_PLAIN_FILE, report, odd.get() + STILL_THERE);
      } else if (content.isEmpty()) {
        add(Cause.REPORT_CHANGED, report, " is missing" + STILL_THERE);
      } else if (!content.get().hash().equals(report.blob().sha256())) {
        add(Cause.REPORT_CHANGED, report, " is not the report that was issued" + STILL_THERE);
      }
    } catch (IllegalArgumentException e) {
      add(Cause.REPORT_CHANGED, report, " is no plain file name");
    } catch (IOException e) {
      add(Cause.REPORT_CHANGED, report, " cannot be read" + STILL_THERE);
    }
  }

  private void add(Cause cause, ReportStates.Issued report, String words) {
    findings.add(
        new Finding(
            cause,
            Subject.BLOB,
            Optional.of(report.seq()),
            Optional.of(report.blob().sha256().hex()),
            "reports/" + report.fileName() + words));
  }
}
