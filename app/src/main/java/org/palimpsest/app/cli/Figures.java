package org.palimpsest.app.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.words.Figure;
import org.palimpsest.evidence.format.JsonBoolean;
import org.palimpsest.evidence.format.JsonNumber;
import org.palimpsest.evidence.format.JsonString;
import org.palimpsest.evidence.format.JsonValue;

/** A step's figures as JSON numbers and as lines. */
final class Figures {
  private Figures() {}

  /** What every step prints: id, seq, outcome, and where there are, hash, reason and figures. */
  static JsonObject json(StepView step) {
    JsonObject json = new JsonObject();
    json.addProperty("id", step.id());
    json.addProperty("seq", step.seq());
    json.addProperty("outcome", step.step().outcome().text());
    step.output().ifPresent(output -> json.addProperty("sha256", output.sha256().hex()));
    step.message().ifPresent(message -> json.addProperty("message", message));
    json.addProperty("durationMs", step.entry().body().integer("durationMs"));
    step.step().results().members().forEach((name, value) -> add(json, name, value));
    return json;
  }

  static List<String> lines(StepView step) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%s  %s of %s: %s (entry %d)",
            step.id(), step.method(), step.subject(), step.step().outcome().text(), step.seq()));
    step.message().ifPresent(message -> lines.add("  " + message));
    for (Figure figure : Figure.of(step.step().results())) {
      lines.add(String.format("  %-68s %s", figure.name(), figure.value()));
    }
    return lines;
  }

  /** Quantities are decimal strings in the ledger; words stay words. */
  private static void addText(JsonObject json, String name, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        json.addProperty(name, number);
      } else {
        json.add(name, JsonNull.INSTANCE); // JSON has no infinity
      }
    } catch (NumberFormatException e) {
      json.addProperty(name, text);
    }
  }

  private static void add(JsonObject json, String name, JsonValue value) {
    if (value instanceof org.palimpsest.evidence.format.JsonObject group) {
      JsonObject inner = new JsonObject();
      group.members().forEach((key, v) -> add(inner, key, v));
      json.add(name, inner);
    } else if (value instanceof JsonString string) {
      addText(json, name, string.value());
    } else if (value instanceof JsonNumber number) {
      json.addProperty(name, number.value());
    } else if (value instanceof JsonBoolean truth) {
      json.addProperty(name, truth.value());
    }
  }
}
