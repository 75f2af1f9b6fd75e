package org.palimpsest.app.casework;

import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.evidence.entry.v1.ModelUse;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** A plan in the words of the ledger. */
final class PlanText {
  private PlanText() {}

  static JsonObject of(AnalysisPlan plan) {
    JsonObject parameters = JsonObject.empty();
    for (String name : plan.parameters().keySet()) {
      parameters = parameters.with(name, plan.parameters().get(name));
    }
    return JsonObject.empty()
        .with("method", plan.method())
        .with("version", plan.version())
        .with("parameters", parameters)
        .with("inputs", JsonArray.ofStrings(plan.inputs()))
        .with("models", JsonArray.of(plan.models().stream().map(m -> of(m).toJson()).toList()));
  }

  static ModelUse of(org.palimpsest.analysis.method.ModelUse use) {
    return new ModelUse(use.id(), use.version(), new Sha256(use.sha256()));
  }
}
