package org.palimpsest.evidence.entry.v1;

import java.util.List;
import java.util.function.Function;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;

/**
 * The fields of an entry that logs an analysis: enough to run it again.
 *
 * @param plan method, version and every parameter
 * @param outcome how it ended
 * @param inputs what it read
 * @param models the model packages it used
 * @param environment program, engine, system
 * @param results figures by name, as decimal strings with the unit in the name
 * @param outputs what it made
 */
public record Step(
    JsonObject plan,
    StepOutcome outcome,
    List<Artifact> inputs,
    List<ModelUse> models,
    JsonObject environment,
    JsonObject results,
    List<Artifact> outputs) {
  /** Keeps copies of the lists. */
  public Step {
    inputs = List.copyOf(inputs);
    models = List.copyOf(models);
    outputs = List.copyOf(outputs);
  }

  /** As the fields of an {@link EntryDraft}. */
  public JsonObject toFields() {
    return JsonObject.empty()
        .with("plan", plan)
        .with("outcome", outcome.text())
        .with("inputs", array(inputs, Artifact::toJson))
        .with("models", array(models, ModelUse::toJson))
        .with("environment", environment)
        .with("results", results)
        .with("outputs", array(outputs, Artifact::toJson));
  }

  /**
   * Reads the step that an entry logs.
   *
   * @throws IllegalArgumentException if a field is missing or has another form
   */
  public static Step from(JsonObject body) {
    return new Step(
        body.object("plan"),
        StepOutcome.of(body.string("outcome")),
        body.array("inputs").objects().stream().map(Artifact::from).toList(),
        body.array("models").objects().stream().map(ModelUse::from).toList(),
        body.object("environment"),
        body.object("results"),
        body.array("outputs").objects().stream().map(Artifact::from).toList());
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> form) {
    return JsonArray.of(items.stream().map(form).toList());
  }
}
