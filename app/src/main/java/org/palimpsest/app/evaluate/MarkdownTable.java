package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. Columns in which no row has anything are left out. */
final class MarkdownTable {
  /** What a cell holds where there is no figure. */
  static final String NOTHING = "–";

  private final List<String> titles;
  private final int texts;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param texts how many columns, from the left, hold words; the others hold figures
   */
  MarkdownTable(int texts, List<String> titles) {
    this.texts = texts;
    this.titles = List.copyOf(titles);
  }

  void row(List<String> cells) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + titles.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** Lines, each ended. */
  String text() {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < titles.size(); c++) {
      int column = c;
      if (rows.stream().anyMatch(row -> !row.get(column).equals(NOTHING))) {
        columns.add(c);
      }
    }
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(titles::get).toList());
    line(text, columns.stream().map(c -> c < texts ? "---" : "--:").toList());
    rows.forEach(row -> line(text, columns.stream().map(row::get).toList()));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    text.append('\n');
  }
}
