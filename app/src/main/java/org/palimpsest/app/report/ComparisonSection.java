package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** Every comparison that was tried. */
final class ComparisonSection {
  private ComparisonSection() {}

  static void set(PdfPages pages, List<LedgerEntry> comparisons) throws IOException {
    pages.heading("Comparisons");
    pages.paragraph(
        comparisons.isEmpty()
            ? "None was tried."
            : "Cosine similarities of speaker embeddings, from −1 to 1. They rank; they are not"
                + " likelihood ratios, because no validation of this condition stands behind them.",
        9.5,
        PdfPages.INK,
        false);
    for (LedgerEntry entry : comparisons) {
      StepBlock.set(pages, entry);
    }
    SimilarityChart.set(pages, comparisons);
  }
}
