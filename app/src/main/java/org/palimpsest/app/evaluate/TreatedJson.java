package org.palimpsest.app.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.compare.Embedding;

/** Kept results as JSON; numbers as text, since JSON has no infinity. */
final class TreatedJson {
  private static final String REFUSAL = "refusal";
  private static final String FIGURES = "figures";
  private static final String VOICES = "voices";

  private TreatedJson() {}

  static JsonObject write(Map<String, Treated> conditions) {
    JsonObject json = new JsonObject();
    conditions.forEach((condition, treated) -> json.add(condition, write(treated)));
    return json;
  }

  private static JsonObject write(Treated treated) {
    JsonObject json = new JsonObject();
    treated.refusal().ifPresent(line -> json.addProperty(REFUSAL, line));
    json.add(FIGURES, figures(treated));
    JsonObject voices = new JsonObject();
    treated
        .voices()
        .forEach(
            (encoder, voice) -> {
              JsonArray values = new JsonArray();
              for (double value : voice.toArray()) {
                values.add(Double.toString(value));
              }
              voices.add(encoder, values);
            });
    json.add(VOICES, voices);
    return json;
  }

  private static JsonObject figures(Treated treated) {
    JsonObject json = new JsonObject();
    treated.figures().forEach((name, value) -> json.addProperty(name, Double.toString(value)));
    return json;
  }

  /**
   * @throws JsonParseException if it is not what {@link #write} wrote
   */
  static SortedMap<String, Treated> read(JsonObject json) {
    SortedMap<String, Treated> conditions = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonElement> condition : json.entrySet()) {
        conditions.put(condition.getKey(), treated(condition.getValue().getAsJsonObject()));
      }
    } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
      throw new JsonParseException(e);
    }
    return conditions;
  }

  private static Treated treated(JsonObject json) {
    SortedMap<String, Double> figures = new TreeMap<>();
    json.getAsJsonObject(FIGURES)
        .asMap()
        .forEach((name, value) -> figures.put(name, Double.parseDouble(value.getAsString())));
    SortedMap<String, Embedding> voices = new TreeMap<>();
    json.getAsJsonObject(VOICES)
        .asMap()
        .forEach((encoder, values) -> voices.put(encoder, embedding(values.getAsJsonArray())));
    return new Treated(
        figures, voices, Optional.ofNullable(json.get(REFUSAL)).map(JsonElement::getAsString));
  }

  private static Embedding embedding(JsonArray values) {
    double[] raw = new double[values.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = Double.parseDouble(values.get(i).getAsString());
    }
    return Embedding.of(raw);
  }
}
