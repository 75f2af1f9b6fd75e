package org.palimpsest.evidence.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

/** The fields that every entry has, whatever its kind, and those that every step has. */
final class EntryRules {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
  private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}");
  private static final Set<String> OUTCOMES =
      Set.of("completed", "failed", "cancelled", "not-applicable");

  private EntryRules() {}

  /**
   * The blobs that the entry relies on.
   *
   * @throws IllegalArgumentException in words, for the first rule that is broken
   */
  static List<BlobClaim> check(JsonObject body, long seq) {
    require(!body.string("kind").isBlank(), "the field \"kind\" is empty");
    require(body.integer("version") >= 1, "the field \"version\" is below 1");
    require(body.integer("seq") == seq, "it says that it is entry " + body.integer("seq"));
    time(body);
    JsonObject actor = body.object("actor");
    require(!actor.string("name").isBlank(), "the actor has no name");
    require(KEY_ID.matcher(actor.string("key")).matches(), "the actor's key is not a key ID");
    if (body.has("plan") || body.has("outcome")) {
      checkStep(body);
    }
    return body.array("blobs").objects().stream().map(BlobClaim::from).toList();
  }

  static Instant time(JsonObject body) {
    String time = body.string("time");
    require(TIME.matcher(time).matches(), "the field \"time\" is not UTC with three decimals");
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the field \"time\" is no time", e);
    }
  }

  private static void checkStep(JsonObject body) {
    require(body.find("plan").isPresent(), "the step has no plan");
    require(OUTCOMES.contains(body.string("outcome")), "the step's outcome is none of the four");
    body.array("inputs");
    body.object("environment");
    for (JsonObject model : body.array("models").objects()) {
      require(!model.string("id").isBlank(), "a model has no id");
      model.string("version");
      require(Sha256.isHex(model.string("sha256")), "a model has no SHA-256");
    }
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}
