package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.EntryRules.require;

import java.util.Set;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** The fields of an entry that logs a step. */
final class StepRules {
  private static final Set<String> OUTCOMES =
      Set.of("completed", "failed", "cancelled", "not-applicable");

  private StepRules() {}

  static boolean isStep(JsonObject body) {
    return body.has("plan") || body.has("outcome");
  }

  /**
   * @throws IllegalArgumentException in words, for the first rule that is broken
   */
  static void check(JsonObject body) {
    body.object("plan");
    require(OUTCOMES.contains(body.string("outcome")), "the step's outcome is none of the four");
    checkArtifacts(body, "inputs");
    checkArtifacts(body, "outputs");
    body.object("environment");
    body.object("results");
    for (JsonObject model : body.array("models").objects()) {
      require(!model.string("id").isBlank(), "a model has no id");
      model.string("version");
      require(Sha256.isHex(model.string("sha256")), "a model has no SHA-256");
    }
  }

  private static void checkArtifacts(JsonObject body, String name) {
    for (JsonObject artifact : body.array(name).objects()) {
      require(!artifact.string("id").isBlank(), "one of the " + name + " has no id");
      boolean hash = Sha256.isHex(artifact.string("sha256"));
      require(hash, "one of the " + name + " has no SHA-256");
    }
  }
}
