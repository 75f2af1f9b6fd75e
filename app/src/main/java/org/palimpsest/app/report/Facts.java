package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;

/** Rows of a name and its value. */
final class Facts {
  private static final List<Column> COLUMNS =
      List.of(new Column("", 130), new Column("", PdfPages.WIDTH - 130));

  private final PdfPages pages;

  Facts(PdfPages pages) {
    this.pages = pages;
  }

  void row(String name, String value) throws IOException {
    pages.row(COLUMNS, List.of(name, value), 9.5, PdfPages.INK, false);
    pages.space(2);
  }
}
