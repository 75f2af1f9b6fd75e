package org.palimpsest.app.casework;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.palimpsest.evidence.format.JsonObject;

/** Numbers as the ledger writes them: decimal strings of nine significant digits. */
final class FigureText {
  private static final MathContext DIGITS = new MathContext(9);

  private FigureText() {}

  static String of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    String plain = new BigDecimal(value).round(DIGITS).toPlainString();
    return plain.contains(".") ? plain.replaceAll("0+$", "").replaceAll("[.]$", "") : plain;
  }

  static JsonObject of(Map<String, Double> figures) {
    JsonObject json = JsonObject.empty();
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      json = json.with(figure.getKey(), of(figure.getValue()));
    }
    return json;
  }
}
