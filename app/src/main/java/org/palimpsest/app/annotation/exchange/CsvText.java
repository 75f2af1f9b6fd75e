package org.palimpsest.app.annotation.exchange;

import java.util.ArrayList;
import java.util.List;

/** Rows of separated values (RFC 4180), with the separator that the first line has. */
final class CsvText {
  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  /**
   * A row.
   *
   * @param line of its beginning, from 1
   */
  record Row(int line, List<String> values) {}

  private CsvText(String text) {
    this.text = text;
    this.separator = separator(text.lines().findFirst().orElse(""));
  }

  /**
   * All rows that are not empty.
   *
   * @throws IllegalArgumentException if the text ends within quotation marks
   */
  static List<Row> rows(String text) {
    CsvText csv = new CsvText(text);
    List<Row> rows = new ArrayList<>();
    while (csv.at < text.length()) {
      int begun = csv.line;
      List<String> values = csv.row();
      if (values.size() > 1 || !values.get(0).isBlank()) {
        rows.add(new Row(begun, values));
      }
    }
    return rows;
  }

  /** A value as a file has it. */
  static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '\n');
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }

  private static char separator(String header) {
    return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(',') < 0 ? ';' : ',';
  }

  private List<String> row() {
    List<String> values = new ArrayList<>();
    while (true) {
      values.add(value());
      if (at >= text.length()) {
        return values;
      }
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
        return values;
      }
    }
  }

  /** Ends on the separator, the line's end or the text's. */
  private String value() {
    StringBuilder out = new StringBuilder();
    boolean within = false;
    int begun = line;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (within && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        out.append('"');
        at++;
      } else if (c == '"' && (within || out.isEmpty())) {
        within = !within;
      } else if (!within && (c == separator || c == '\n')) {
        return stripReturn(out);
      } else {
        line += c == '\n' ? 1 : 0;
        out.append(c);
      }
      at++;
    }
    if (within) {
      throw new IllegalArgumentException(
          "line " + begun + ": the file ends within quotation marks");
    }
    return stripReturn(out);
  }

  private String stripReturn(StringBuilder out) {
    boolean endOfLine = at >= text.length() || text.charAt(at) == '\n';
    int last = out.length() - 1;
    return endOfLine && last >= 0 && out.charAt(last) == '\r'
        ? out.substring(0, last)
        : out.toString();
  }
}
