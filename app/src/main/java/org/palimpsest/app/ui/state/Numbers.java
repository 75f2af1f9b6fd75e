package org.palimpsest.app.ui.state;

import java.util.Collection;
import java.util.List;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/** Fractions as decimal strings: the ledger's JSON has whole numbers only. */
final class Numbers {
  private Numbers() {}

  /**
   * @throws IllegalArgumentException if there is none, or one that is not finite
   */
  static double of(JsonObject json, String name) {
    return finite(json.string(name));
  }

  static List<Double> list(JsonObject json, String name) {
    return json.array(name).strings().stream().map(Numbers::finite).toList();
  }

  static JsonArray array(Collection<Double> values) {
    return JsonArray.ofStrings(values.stream().map(value -> Double.toString(value)).toList());
  }

  private static double finite(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(text + " is no number");
    }
    return value;
  }
}
