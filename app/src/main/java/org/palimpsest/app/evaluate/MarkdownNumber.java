package org.palimpsest.app.evaluate;

import java.util.Locale;

/** How the tables write figures; what is not there is a dash. */
final class MarkdownNumber {
  private MarkdownNumber() {}

  /** The mean over utterances, times {@code scale}. */
  static String mean(String format, double scale, SignalRow row, String figure) {
    Spread spread = row.figures().get(figure);
    return spread == null
        ? MarkdownTable.NOTHING
        : number(format, scale * spread.mean()) + exact(spread);
  }

  /** Mean and standard deviation over utterances. */
  static String spread(String format, SignalRow row, String figure) {
    Spread spread = row.figures().get(figure);
    if (spread == null) {
      return MarkdownTable.NOTHING;
    }
    String deviation =
        Double.isNaN(spread.deviation()) ? "" : " (" + number(format, spread.deviation()) + ")";
    return number(format, spread.mean()) + deviation + exact(spread);
  }

  private static String exact(Spread spread) {
    return spread.infinite() == 0 ? "" : ", and " + spread.infinite() + " × ∞";
  }

  static String number(String format, double value) {
    return Double.isNaN(value)
        ? MarkdownTable.NOTHING
        : String.format(Locale.ROOT, format, value).replace('-', '−');
  }
}
