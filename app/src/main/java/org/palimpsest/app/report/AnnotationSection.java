package org.palimpsest.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.Mark;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.entry.v1.LedgerEntry;

/** What people marked in signals, set apart from what was computed. */
final class AnnotationSection {
  private static final double SIZE = 7.5;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Start, s", 48),
          new Column("End, s", 48),
          new Column("Low, Hz", 44),
          new Column("High, Hz", 44),
          new Column("Tier", 80),
          new Column("Label", 145),
          new Column("Author", 86));

  private AnnotationSection() {}

  /**
   * Sets the section, if there is anything to set.
   *
   * @param marked the newest of each signal
   */
  static void set(PdfPages pages, List<ReportAnnotations> marked) throws IOException {
    if (marked.isEmpty()) {
      return;
    }
    pages.heading("What the examiner marked in the signals");
    pages.paragraph(
        "Annotations of persons, by eye and ear. No program computed them. Times count from the"
            + " start of the signal.",
        9.5,
        PdfPages.FAINT,
        false);
    pages.space(4);
    for (ReportAnnotations each : marked) {
      set(pages, each.entry(), each.annotations());
    }
  }

  private static void set(PdfPages pages, LedgerEntry entry, Annotations annotations)
      throws IOException {
    String id = entry.body().string("id");
    pages.subheading(
        id
            + " in "
            + annotations.signal().id()
            + ": "
            + Count.of(annotations.list().size(), "annotation"));
    List<List<String>> rows = new ArrayList<>();
    for (Annotation one : annotations.list()) {
      Mark mark = one.mark();
      rows.add(
          List.of(
              seconds(annotations, mark.start()),
              mark instanceof Mark.Point ? "" : seconds(annotations, mark.end()),
              mark.frequencies().map(b -> AnnotationJson.decimal(b.lowHz())).orElse(""),
              mark.frequencies().map(b -> AnnotationJson.decimal(b.highHz())).orElse(""),
              one.tier(),
              one.label(),
              one.author()));
    }
    if (!rows.isEmpty()) {
      pages.table(COLUMNS, rows, SIZE);
    }
    pages.paragraph(
        entry.actor().name()
            + ", entry "
            + entry.seq()
            + "; signal SHA-256 "
            + annotations.signal().sha256(),
        8.5,
        PdfPages.FAINT,
        false);
    pages.space(5);
  }

  private static String seconds(Annotations annotations, long sample) {
    return String.format(Locale.ROOT, "%.4f", annotations.signal().seconds(sample));
  }
}
