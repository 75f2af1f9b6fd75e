package org.palimpsest.evidence.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;
import org.palimpsest.evidence.format.Sha256;

/**
 * The names that entries gave so far, and whether the next entry gives none twice and names nothing
 * that no entry before it made. Two results of one name, or one that comes from nowhere, would let
 * a report speak of the one and mean the other.
 */
final class References {
  private static final String OPINION = "opinion-stated";

  private final Map<String, Long> ids = new HashMap<>();
  private final Set<String> opinions = new HashSet<>();
  private final Set<Made> made = new HashSet<>();

  /**
   * Checks the next entry, whose fields are well-formed.
   *
   * @throws BrokenRule for the first name that is taken, or stands for nothing
   */
  void check(JsonObject body) {
    if (body.integer("version") != 1) {
      return; // a later version of a kind has rules that nobody knows yet
    }
    Optional<String> own = id(body);
    own.ifPresent(this::requireNew);
    if (StepRules.isStep(body)) {
      checkInputs(body);
      checkOutputs(body, own);
    }
    switch (body.string("kind")) {
      case "replay" -> checkReplayed(body.object("replayed"));
      case OPINION -> checkOpinion(body);
      case "annotations-entered" -> checkSignal(body.object("signal"));
      case "listening-test-entered" -> body.array("signals").objects().forEach(this::checkSignal);
      default -> {
        // reports, reviews and people are named by key or by hash, and checked where these are
      }
    }
  }

  /** Takes in an entry whose common fields are well-formed, whatever else is wrong with it. */
  void remember(long seq, JsonObject body) {
    Optional<String> own = id(body);
    own.ifPresent(id -> ids.putIfAbsent(id, seq));
    if (own.isPresent()) {
      for (JsonObject use : body.array("blobs").objects()) {
        made.add(new Made(own.get(), new Sha256(use.string("sha256"))));
      }
      if (body.string("kind").equals(OPINION)) {
        opinions.add(own.get());
      }
    }
    try {
      if (body.has("outputs")) {
        for (JsonObject output : body.array("outputs").objects()) {
          made.add(Made.from(output));
          ids.putIfAbsent(output.string("id"), seq);
        }
      }
    } catch (IllegalArgumentException e) {
      return; // outputs in another form name nothing
    }
  }

  private void checkInputs(JsonObject body) {
    for (JsonObject input : body.array("inputs").objects()) {
      String id = input.string("id");
      requireKnown(id, "its input");
      require(
          made.contains(Made.from(input)),
          "its input " + id + " has a SHA-256 that no content of that name had before it");
    }
  }

  private void checkOutputs(JsonObject body, Optional<String> own) {
    Set<String> stored = new HashSet<>();
    body.array("blobs").objects().forEach(use -> stored.add(use.string("sha256")));
    for (JsonObject output : body.array("outputs").objects()) {
      String id = output.string("id");
      if (!own.equals(Optional.of(id))) {
        requireNew(id);
      }
      require(
          stored.contains(output.string("sha256")),
          "its output " + id + " is not among the content that it stores");
    }
  }

  private void checkReplayed(JsonObject replayed) {
    String id = replayed.string("id");
    require(
        ids.getOrDefault(id, -1L) == replayed.integer("seq"),
        "it replays " + id + " in entry " + replayed.integer("seq") + ", which is not there");
  }

  private void checkOpinion(JsonObject body) {
    body.array("about").strings().forEach(id -> requireKnown(id, "it is about"));
    if (body.has("replaces")) {
      String id = body.string("replaces");
      require(opinions.contains(id), "it replaces " + id + ", which is no opinion before it");
    }
  }

  private void checkSignal(JsonObject signal) {
    String id = signal.string("id");
    requireKnown(id, "its signal");
    require(
        made.contains(Made.from(signal)),
        "its signal " + id + " has a SHA-256 that no content of that name had before it");
  }

  private void requireNew(String id) {
    Long before = ids.get(id);
    require(before == null, "the name " + id + " was given by entry " + before + " before");
  }

  private void requireKnown(String id, String what) {
    require(ids.containsKey(id), what + " " + id + ", which no entry before it made");
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new BrokenRule(Cause.REFERENCE_INVALID, words);
    }
  }

  private static Optional<String> id(JsonObject body) {
    return body.find("id")
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  /** That content of this hash goes by this name. */
  private record Made(String id, Sha256 sha256) {
    static Made from(JsonObject artifact) {
      return new Made(artifact.string("id"), new Sha256(artifact.string("sha256")));
    }
  }
}
