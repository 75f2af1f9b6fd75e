package org.palimpsest.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A figure of the ledger in words, with its unit. Names that are not known are printed as they are.
 */
final class FigureName {
  private static final List<String> ORDER =
      List.of(
          "exhibitSnrToOriginalDb",
          "restoredSnrToOriginalDb",
          "bitExactShare",
          "similarityExhibitToOriginal",
          "similarityRestoredToOriginal",
          "similarityRestoredToExhibit",
          "snrDb",
          "removedLevelDbfs",
          "changedShare",
          "forwardResidualDb",
          "reproducedShare",
          "unsettledShare",
          "iterations",
          "evaluations",
          "similarity");
  private static final List<String> WORDS =
      List.of(
          "validation: SNR of the exhibit to the known original",
          "validation: SNR of the restoration to the known original",
          "validation: samples equal to the known original",
          "validation: similarity, exhibit to original",
          "validation: similarity, restored to original",
          "similarity, restored to exhibit",
          "level of the exhibit over what was removed",
          "level of what was removed",
          "samples changed",
          "forward residual: restored and protected again, against the exhibit",
          "samples of the exhibit reproduced to the last bit",
          "25 ms windows that did not settle",
          "iterations",
          "evaluations of the protector",
          "cosine similarity");

  private FigureName() {}

  static String words(String name) {
    int at = ORDER.indexOf(name);
    return at < 0 ? name : WORDS.get(at);
  }

  /** The names, the known ones first in their order. */
  static List<String> inOrder(Collection<String> names) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(
        Comparator.comparingInt(name -> ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size()));
    return sorted;
  }

  /** The value with its unit, rounded for reading; the ledger has all digits. */
  static String value(String name, String decimal) {
    BigDecimal number;
    try {
      number = new BigDecimal(decimal);
    } catch (NumberFormatException e) {
      return decimal.equals("Infinity") ? "no difference" : decimal;
    }
    if (name.endsWith("Share")) {
      return number.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %";
    }
    if (name.endsWith("Dbfs")) {
      return number.setScale(1, RoundingMode.HALF_EVEN) + " dBFS";
    }
    if (name.endsWith("Db")) {
      return number.setScale(1, RoundingMode.HALF_EVEN) + " dB";
    }
    return name.startsWith("similarity")
        ? number.setScale(3, RoundingMode.HALF_EVEN).toPlainString()
        : number.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }
}
