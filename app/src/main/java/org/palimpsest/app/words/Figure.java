package org.palimpsest.app.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonValue;

/**
 * A figure of the ledger in words.
 *
 * @param name what it is; for one exhibit or encoder, that is named too
 * @param value rounded, with its unit; the ledger has all digits
 * @param similarity whether it ranks speakers, and needs the warning that it does no more
 */
public record Figure(String name, String value, boolean similarity) {
  private static final String SIMILARITY = "similarity";
  private static final List<Wording> WORDINGS =
      List.of(
          new Wording("exhibitSnrToOriginalDb", "Validation: SNR, exhibit to original"),
          new Wording("restoredSnrToOriginalDb", "Validation: SNR, restored to original"),
          new Wording("bitExactShare", "Validation: samples equal to the original"),
          new Wording("snrDb", "SNR, exhibit to restored"),
          new Wording("removedLevelDbfs", "Level of what was removed"),
          new Wording("changedShare", "Samples changed"),
          new Wording("forwardResidualDb", "Forward residual"),
          new Wording("reproducedShare", "Exhibit reproduced to the last bit"),
          new Wording("unsettledShare", "25 ms windows not settled"),
          new Wording(
              "missingBandsShare", "Frequency bands lost after protection, left as they are"),
          new Wording(
              "perturbationLeftShare",
              "Left of the perturbation; negative: too much was taken off"),
          new Wording("perturbationLeftDeviationShare", "Left by chance, standard deviation"),
          new Wording("perturbationOffShare", "25 ms windows with nothing left, as far as is told"),
          new Wording("putBackShare", "Level of what was put back, of the perturbation's"),
          new Wording("gainDb", "Gain since protection, undone"),
          new Wording("gainDeviationDb", "Standard deviation of that gain"),
          new Wording("exactImageShare", "Shown to be unchanged since protection"),
          new Wording("unexplainedIfImageShare", "Not reproduced if unchanged since protection"),
          new Wording("unexplainedIfChangedShare", "Not reproduced if changed since"),
          new Wording("ambiguousShare", "25 ms windows ambiguous: several recordings fit"),
          new Wording("certainShare", "Samples certain"),
          new Wording("medianBoundLsb", "Error estimate, median, in steps of 16 bit"),
          new Wording("iterations", "Iterations"),
          new Wording("evaluations", "Evaluations of the protector"),
          new Wording("similarityExhibitToOriginal", "Validation: similarity, exhibit to original"),
          new Wording(
              "similarityRestoredToOriginal", "Validation: similarity, restored to original"),
          new Wording("similarityRestoredToExhibit", "Similarity, restored to exhibit"),
          new Wording(SIMILARITY, "Cosine similarity"),
          new Wording("verdict", "Result of running it again"),
          new Wording("comparedBy", "Compared by"),
          new Wording("sameSignal", "Same signal, to the byte"),
          new Wording("outcomeNow", "Outcome now"),
          new Wording("withinOneLsbShare", "Samples within one step of 16 bit"),
          new Wording("residualDifferenceDb", "Difference of the forward residuals"),
          new Wording("ambiguousWindows", "25 ms windows left out as ambiguous"),
          new Wording("largestSimilarityDifference", "Largest difference of a similarity"),
          new Wording("processorThen", "Processor of then"),
          new Wording("engineThen", "Engine of then"));

  private record Wording(String key, String words) {}

  /** The results of a step, the known ones first in their order. */
  public static List<Figure> of(JsonObject results) {
    List<String> keys = new ArrayList<>(results.members().keySet());
    keys.sort(Comparator.comparingInt(Figure::place));
    List<Figure> figures = new ArrayList<>();
    for (String key : keys) {
      JsonValue value = results.members().get(key);
      if (value instanceof JsonObject group) {
        group.members().forEach((whose, v) -> figures.add(of(key, ", " + whose, v)));
      } else {
        figures.add(of(key, "", value));
      }
    }
    return figures;
  }

  private static Figure of(String key, String whose, JsonValue value) {
    String decimal = JsonText.of(value);
    return new Figure(words(key) + whose, withUnit(key, decimal), key.startsWith(SIMILARITY));
  }

  private static int place(String key) {
    for (int i = 0; i < WORDINGS.size(); i++) {
      if (WORDINGS.get(i).key().equals(key)) {
        return i;
      }
    }
    return WORDINGS.size();
  }

  private static String words(String key) {
    int place = place(key);
    return place < WORDINGS.size() ? WORDINGS.get(place).words() : key;
  }

  private static String withUnit(String key, String decimal) {
    double number;
    try {
      number = Double.parseDouble(decimal);
    } catch (NumberFormatException e) {
      return decimal;
    }
    if (Double.isNaN(number)) {
      return "undefined";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞ (equal)" : "−∞";
    }
    if (key.endsWith("Dbfs")) {
      return signed("%.1f dBFS", number);
    }
    if (key.endsWith("Db")) {
      return signed("%.1f dB", number);
    }
    if (key.endsWith("Share")) {
      return signed("%.2f %%", 100 * number);
    }
    if (key.startsWith(SIMILARITY)) {
      return signed("%.3f", number);
    }
    return number == Math.rint(number) ? Long.toString((long) number) : signed("%.4g", number);
  }

  private static String signed(String format, double number) {
    String text = String.format(Locale.ROOT, format, number);
    boolean nothing = text.matches("-[0.]+( .*)?"); // rounded away, and its sign with it
    return nothing ? text.substring(1) : text.replace('-', '−');
  }
}
