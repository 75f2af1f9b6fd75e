package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.palimpsest.app.words.Figure;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.StepOutcome;

/** All similarities of the case under each other on one axis, as vectors. */
final class SimilarityChart {
  private static final String NAME = "Cosine similarity, ";
  private static final double ROW = 13;
  private static final double WHOLE = 600;
  private static final double NAMES = 90;
  private static final double VALUES = 34;
  private static final double SIZE = 7.5;
  private static final double DOT = 2.2;

  private record Row(String pair, double value, String words) {}

  private SimilarityChart() {}

  static void set(PdfPages pages, List<LedgerEntry> comparisons) throws IOException {
    List<Row> rows = rows(comparisons);
    if (rows.isEmpty()) {
      return;
    }
    pages.ensure(Math.min(WHOLE, ROW * rows.size() + 60)); // on one page, if it fits on one
    pages.subheading("Similarities beside each other");
    double lowest = rows.stream().mapToDouble(Row::value).min().orElse(0) < 0 ? -1 : 0;
    double x = PdfPages.MARGIN + NAMES;
    double width = PdfPages.WIDTH - NAMES - VALUES;
    for (Row row : rows) {
      pages.ensure(2 * ROW);
      pages.space(ROW);
      double y = pages.y() + ROW / 2;
      PDPageContentStream out = pages.stream();
      pages.draw(row.pair(), PdfPages.MARGIN, y - 2.5, SIZE, PdfPages.INK, false);
      pages.line(x, y, x + width, y, PdfPages.RULE, 0.4);
      double at = x + width * (row.value() - lowest) / (1 - lowest);
      out.setNonStrokingColor(PdfPages.INK);
      out.addRect((float) (at - DOT), (float) (y - DOT), (float) (2 * DOT), (float) (2 * DOT));
      out.fill();
      pages.draw(row.words(), x + width + 6, y - 2.5, SIZE, PdfPages.INK, false);
    }
    axis(pages, x, width, lowest);
  }

  private static void axis(PdfPages pages, double x, double width, double lowest)
      throws IOException {
    double y = pages.y();
    pages.space(14);
    pages.line(x, y, x + width, y, PdfPages.INK, 0.5);
    for (int i = 0; i <= 4; i++) {
      double at = x + width * i / 4;
      pages.line(at, y, at, y - 3, PdfPages.INK, 0.5);
      String words = FigureBlock.plain(lowest + (1 - lowest) * i / 4);
      double half = pages.text().width(words, SIZE) / 2;
      pages.draw(words, at - half, y - 11, SIZE, PdfPages.INK, false);
    }
    pages.space(4);
  }

  private static List<Row> rows(List<LedgerEntry> comparisons) {
    List<Row> rows = new ArrayList<>();
    for (LedgerEntry entry : comparisons) {
      if (entry.step().orElseThrow().outcome() == StepOutcome.COMPLETED) {
        String subject = entry.step().orElseThrow().inputs().get(0).id();
        for (Figure figure : Figure.of(entry.step().orElseThrow().results())) {
          if (figure.name().startsWith(NAME)) {
            String pair =
                entry.body().string("id")
                    + ": "
                    + subject
                    + " with "
                    + figure.name().substring(NAME.length());
            String value = figure.value().replace('−', '-');
            rows.add(new Row(pair, Double.parseDouble(value), figure.value()));
          }
        }
      }
    }
    return rows;
  }
}
