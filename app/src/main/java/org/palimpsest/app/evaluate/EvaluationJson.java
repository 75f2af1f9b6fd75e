package org.palimpsest.app.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.inference.ModelPackage;

/**
 * An evaluation as one JSON object, {@code palimpsest-evaluation/1}. What does not exist is absent.
 */
final class EvaluationJson {
  private static final String PROTECTOR = "protector";
  private static final String WIRE = "wire";
  private static final String SCENARIO = "scenario";

  private EvaluationJson() {}

  static JsonObject of(Evaluation evaluation) {
    JsonObject json = new JsonObject();
    json.addProperty("format", "palimpsest-evaluation/1");
    json.add("header", header(evaluation.header()));
    JsonArray verification = new JsonArray();
    evaluation.verification().forEach(row -> verification.add(verification(row)));
    json.add("verification", verification);
    JsonArray signals = new JsonArray();
    evaluation.signals().forEach(row -> signals.add(signals(row)));
    json.add("signals", signals);
    JsonArray utterances = new JsonArray();
    evaluation.utterances().forEach(row -> utterances.add(utterance(row)));
    json.add("utterances", utterances);
    return json;
  }

  private static JsonObject header(Header header) {
    JsonObject json = new JsonObject();
    json.addProperty("command", header.commandLine());
    header.environment().forEach(json::addProperty);
    JsonObject data = new JsonObject();
    data.addProperty("name", header.data().name());
    data.addProperty("speakers", header.data().speakers().size());
    data.addProperty("utterances", header.data().utterances().size());
    data.addProperty("seconds", header.data().seconds());
    data.addProperty("sha256", header.data().sha256());
    JsonArray skipped = new JsonArray();
    header.data().skipped().forEach(skipped::add);
    data.add("skipped", skipped);
    json.add("data", data);
    JsonArray packages = new JsonArray();
    for (ModelPackage model : header.packages()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("kind", model.kind().id());
      entry.addProperty("id", model.id());
      entry.addProperty("version", model.version());
      entry.addProperty("sha256", model.sha256());
      packages.add(entry);
    }
    json.add("packages", packages);
    json.addProperty("seed", header.seed());
    json.addProperty("resamples", header.resamples());
    JsonObject measures = new JsonObject();
    header.measures().forEach(measures::addProperty);
    json.add("measures", measures);
    return json;
  }

  private static JsonObject verification(VerificationRow row) {
    JsonObject json = new JsonObject();
    json.addProperty(PROTECTOR, row.protector());
    json.addProperty(WIRE, row.wire());
    json.addProperty("encoder", row.encoder());
    json.addProperty("box", row.box().words());
    json.addProperty("trials", row.trials());
    scenario(json, row.scenario());
    json.addProperty("sameSpeakerTrials", row.same());
    json.addProperty("differentSpeakerTrials", row.different());
    number(json, "eerPercent", 100 * row.rate());
    row.interval()
        .ifPresent(
            interval -> {
              number(json, "eerPercentLow", 100 * interval.low());
              number(json, "eerPercentHigh", 100 * interval.high());
            });
    number(json, "meanSameSpeakerCosine", row.meanSame());
    return json;
  }

  private static JsonObject signals(SignalRow row) {
    JsonObject json = new JsonObject();
    json.addProperty(PROTECTOR, row.protector());
    json.addProperty(WIRE, row.wire());
    json.addProperty("condition", row.condition());
    scenario(json, row.scenario());
    json.addProperty("utterances", row.utterances());
    json.addProperty("refused", row.refused());
    number(json, "realTimeFactor", row.realTimeFactor());
    number(json, "timeInEvaluations", row.evaluationsOfTime());
    JsonObject figures = new JsonObject();
    row.figures().forEach((name, spread) -> figures.add(name, spread(spread)));
    json.add("figures", figures);
    return json;
  }

  private static JsonObject spread(Spread spread) {
    JsonObject json = new JsonObject();
    number(json, "mean", spread.mean());
    number(json, "deviation", spread.deviation());
    number(json, "lowest", spread.lowest());
    json.addProperty("count", spread.count());
    json.addProperty("infinite", spread.infinite());
    return json;
  }

  private static JsonObject utterance(UtteranceRow row) {
    JsonObject json = new JsonObject();
    json.addProperty("utterance", row.utterance().path());
    json.addProperty("sha256", row.utterance().sha256());
    json.addProperty(PROTECTOR, row.protector());
    json.addProperty(WIRE, row.wire());
    JsonObject conditions = new JsonObject();
    row.conditions().forEach((condition, treated) -> conditions.add(condition, treated(treated)));
    json.add("conditions", conditions);
    return json;
  }

  /** A ratio that is infinite, because nothing differs, is the text "Infinity". */
  private static JsonObject treated(Treated treated) {
    JsonObject json = new JsonObject();
    treated.refusal().ifPresent(line -> json.addProperty("refusal", line));
    for (Map.Entry<String, Double> figure : treated.figures().entrySet()) {
      if (Double.isFinite(figure.getValue())) {
        json.addProperty(figure.getKey(), figure.getValue());
      } else {
        json.addProperty(figure.getKey(), figure.getValue().toString());
      }
    }
    return json;
  }

  private static void scenario(JsonObject json, Optional<Scenario> scenario) {
    scenario.ifPresent(value -> json.addProperty(SCENARIO, value.words()));
  }

  private static void number(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }
}
