package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;

/**
 * Every restoration that was tried, with the spectrograms of what went in, came out and was
 * removed.
 */
final class RestorationSection {
  private RestorationSection() {}

  /**
   * @param figures of signals, and of differences, which are named by both signals
   */
  static void set(
      PdfPages pages,
      List<LedgerEntry> restorations,
      List<ReportFigure> figures,
      List<ReportCurve> curves)
      throws IOException {
    pages.heading("Restorations");
    if (restorations.isEmpty()) {
      pages.paragraph("None was tried.", 9.5, PdfPages.INK, false);
    }
    for (LedgerEntry entry : restorations) {
      StepBlock.set(pages, entry);
      if (entry.step().orElseThrow().outcome() == StepOutcome.COMPLETED) {
        String subject = entry.step().orElseThrow().inputs().get(0).id();
        String result = entry.body().string("id");
        figure(pages, figures, subject, subject + ", before");
        figure(pages, figures, result, result + ", restored");
        String removed = subject + "−" + result;
        figure(pages, figures, removed, removed + ", what was removed");
        for (ReportCurve curve : curves) {
          if (curve.result().equals(result)) {
            CurveBlock.set(pages, curve, removed + ", level over time");
          }
        }
      }
    }
  }

  private static void figure(PdfPages pages, List<ReportFigure> figures, String id, String title)
      throws IOException {
    Optional<ReportFigure> figure =
        figures.stream().filter(f -> f.subject().equals(id)).findFirst();
    if (figure.isPresent()) {
      FigureBlock.set(pages, figure.get(), title);
    }
  }
}
