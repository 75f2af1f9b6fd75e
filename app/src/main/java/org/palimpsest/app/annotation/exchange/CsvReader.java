package org.palimpsest.app.annotation.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.palimpsest.app.annotation.Band;

/**
 * Reads values with a header: {@code start_s} and {@code label}, and where they are there {@code
 * end_s}, {@code low_hz}, {@code high_hz}, {@code tier}, {@code id}, {@code author}, {@code made}.
 * Other columns are passed over. No end, no region: a point.
 */
final class CsvReader {
  private final Map<String, Integer> columns = new HashMap<>();

  private CsvReader(CsvText.Row header) {
    for (int i = 0; i < header.values().size(); i++) {
      columns.putIfAbsent(header.values().get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    if (!columns.containsKey("start_s") || !columns.containsKey("label")) {
      throw new IllegalArgumentException(
          "line 1: the header has no columns \"start_s\" and \"label\"");
    }
  }

  /**
   * @throws IllegalArgumentException in words with the line, for the first row that makes no sense
   */
  static List<Found> read(String text) {
    List<CsvText.Row> rows = CsvText.rows(text);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("it is empty: not even a header is there");
    }
    CsvReader reader = new CsvReader(rows.get(0));
    List<Found> found = new ArrayList<>();
    for (CsvText.Row row : rows.subList(1, rows.size())) {
      try {
        found.add(reader.found(row));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + row.line() + ": " + e.getMessage(), e);
      }
    }
    return found;
  }

  private Found found(CsvText.Row row) {
    double start =
        number(row, "start_s").orElseThrow(() -> new IllegalArgumentException("it has no start_s"));
    OptionalDouble end = number(row, "end_s");
    if (end.isPresent() && !(start < end.getAsDouble())) {
      throw new IllegalArgumentException(
          "it ends at " + end.getAsDouble() + " s, not after " + start);
    }
    OptionalDouble low = number(row, "low_hz");
    OptionalDouble high = number(row, "high_hz");
    if (low.isPresent() != high.isPresent() || (low.isPresent() && end.isEmpty())) {
      throw new IllegalArgumentException("a box has end_s, low_hz and high_hz");
    }
    Optional<Band> band =
        low.isPresent()
            ? Optional.of(new Band(low.getAsDouble(), high.getAsDouble()))
            : Optional.empty();
    if (text(row, "label").isBlank()) {
      throw new IllegalArgumentException("it has no label");
    }
    return new Found(
        row.line(),
        start,
        end,
        band,
        text(row, "tier"),
        text(row, "label"),
        text(row, "id"),
        text(row, "author"),
        text(row, "made"));
  }

  private OptionalDouble number(CsvText.Row row, String column) {
    String text = text(row, column).strip();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!text.matches("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,3})?")) {
      throw new IllegalArgumentException(
          column + " is a number with a decimal point, not \"" + text + "\"");
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private String text(CsvText.Row row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.values().size() ? "" : row.values().get(at);
  }
}
