package org.palimpsest.app.ui.inspector;

import java.util.Locale;
import java.util.Map;

/**
 * A figure of the ledger in the words of the field, with its unit.
 *
 * @param name what it is
 * @param value rounded, with unit; the ledger has all digits
 */
record FigureText(String name, String value) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("snrDb", "SNR of exhibit to restored"),
          Map.entry("removedLevelDbfs", "Level of what was removed"),
          Map.entry("changedShare", "Samples changed"),
          Map.entry("forwardResidualDb", "Forward residual"),
          Map.entry("reproducedShare", "Exhibit reproduced exactly"),
          Map.entry("unsettledShare", "Samples not settled"),
          Map.entry("iterations", "Iterations"),
          Map.entry("evaluations", "Evaluations of the protector"),
          Map.entry("exhibitSnrToOriginalDb", "SNR of exhibit to original"),
          Map.entry("restoredSnrToOriginalDb", "SNR of restored to original"),
          Map.entry("bitExactShare", "Samples equal to the original"),
          Map.entry("similarity", "Cosine similarity to"),
          Map.entry("similarityRestoredToExhibit", "Cosine similarity, restored to exhibit"),
          Map.entry("similarityExhibitToOriginal", "Cosine similarity, exhibit to original"),
          Map.entry("similarityRestoredToOriginal", "Cosine similarity, restored to original"));

  static FigureText of(String key, String value) {
    String[] parts = key.split(" ", 2);
    String base = NAMES.getOrDefault(parts[0], words(parts[0]));
    String by = parts.length < 2 ? "" : parts[0].equals("similarity") ? " " : ", ";
    return new FigureText(
        base + (parts.length < 2 ? "" : by + parts[1]), withUnit(parts[0], value));
  }

  /** Whether the figure ranks speakers and needs the warning that it does no more. */
  static boolean isSimilarity(String key) {
    return key.startsWith("similarity");
  }

  private static String withUnit(String key, String value) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return value;
    }
    if (Double.isNaN(number)) {
      return "undefined";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞ (equal)" : "−∞";
    }
    if (key.endsWith("Dbfs")) {
      return signed("%.2f dBFS", number);
    }
    if (key.endsWith("Db")) {
      return signed("%.2f dB", number);
    }
    if (key.endsWith("Share")) {
      return String.format(Locale.ROOT, "%.2f %%", 100 * number);
    }
    return isSimilarity(key)
        ? signed("%.3f", number)
        : number == Math.rint(number) ? Long.toString((long) number) : signed("%.4g", number);
  }

  private static String signed(String format, double number) {
    return String.format(Locale.ROOT, format, number).replace('-', '−');
  }

  private static String words(String camel) {
    String words = camel.replaceAll("(\\p{Lu})", " $1").toLowerCase(Locale.ROOT).strip();
    return words.isEmpty()
        ? camel
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
