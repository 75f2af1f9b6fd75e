package org.palimpsest.evidence.verify;

import static org.palimpsest.evidence.verify.EntryRules.require;

import java.util.Set;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;

/** The fields that an entry of a known kind has of its own, in version 1. */
final class KindRules {
  private static final Set<String> VERDICTS = Set.of("agrees", "objects", "comments");
  private static final Set<String> AMENDABLE = Set.of("title", "authority", "purpose");

  private static final int MOST_TRIALS = 200;
  private static final Pattern TRIALS = Pattern.compile("[AB]{1,200}");
  private static final Pattern GAIN = Pattern.compile("-?[0-9]{1,3}\\.[0-9]{2}");

  private KindRules() {}

  /**
   * @param seq its place: what it names lies before it
   * @throws IllegalArgumentException in words, for the first rule that is broken
   */
  static void check(JsonObject body, long seq) {
    if (StepRules.isStep(body)) {
      StepRules.check(body);
    }
    if (body.integer("version") != 1) {
      return; // a later version of a kind has rules that nobody knows yet
    }
    switch (body.string("kind")) {
      case "recording-imported" -> texts(body, "id", "label");
      case "restoration", "comparison" -> StepRules.check(body);
      case "replay" -> checkReplay(body, seq);
      case "report-issued" -> checkIssued(body, seq);
      case "case-amended" -> checkAmended(body);
      case "case-migrated" -> checkMigrated(body);
      case "person-admitted" -> person(body.object("person"));
      case "person-dismissed" -> {
        person(body.object("person"));
        texts(body, "reason");
      }
      case "opinion-stated" -> checkOpinion(body);
      case "annotations-entered" -> checkAnnotations(body);
      case "listening-test-entered" -> checkListening(body);
      case "review-received" -> checkReview(body);
      case "report-released" -> report(body.object("report"));
      case "bundle-issued" -> checkBundle(body, seq);
      case "time-stamp-received" -> checkTimeStamp(body, seq);
      default -> {
        // a kind that nobody knows yet has no rules of its own
      }
    }
  }

  private static void checkReplay(JsonObject body, long seq) {
    StepRules.check(body);
    require(body.object("plan").string("method").equals("replay"), "its plan is no replay");
    JsonObject replayed = body.object("replayed");
    texts(replayed, "id");
    long of = replayed.integer("seq");
    require(of >= 0 && of < seq, "it replays entry " + of + ", which does not lie before it");
  }

  private static void checkIssued(JsonObject body, long seq) {
    texts(body, "id", "fileName");
    checkpoint(body, seq);
    require(!body.array("blobs").items().isEmpty(), "it has no report among its blobs");
  }

  private static void checkAmended(JsonObject body) {
    require(AMENDABLE.contains(body.string("field")), "it amends what cannot be amended");
    texts(body, "value", "reason");
  }

  private static void checkMigrated(JsonObject body) {
    texts(body, "migration");
    JsonObject backup = body.object("backup");
    texts(backup, "fileName");
    require(Sha256.isHex(backup.string("sha256")), "its backup has no SHA-256");
  }

  private static void checkOpinion(JsonObject body) {
    texts(body, "id", "text");
    body.array("about").strings();
    if (body.has("replaces")) {
      texts(body, "replaces");
    }
  }

  private static void checkAnnotations(JsonObject body) {
    texts(body, "id");
    signal(body.object("signal"));
    require(body.integer("count") >= 0, "it has less than no annotations");
    role(body, "annotations");
  }

  private static void checkListening(JsonObject body) {
    texts(body, "id");
    require(body.array("signals").items().size() == 2, "it compares other than two signals");
    body.array("signals").objects().forEach(KindRules::signal);
    long start = body.integer("startSample");
    require(start >= 0 && start < body.integer("endSample"), "its stretch is empty");
    require(GAIN.matcher(body.string("gainDb")).matches(), "its gain is no level");
    String order = body.string("order");
    require(TRIALS.matcher(order).matches(), "its order is other than A and B");
    String answers = body.string("answers");
    require(
        TRIALS.matcher(answers).matches() && answers.length() == order.length(),
        "it has not one answer, A or B, to each trial");
    long planned = body.integer("planned");
    require(planned >= order.length() && planned <= MOST_TRIALS, "it has more trials than planned");
  }

  private static void signal(JsonObject signal) {
    texts(signal, "id");
    require(Sha256.isHex(signal.string("sha256")), "its signal has no SHA-256");
  }

  private static void checkReview(JsonObject body) {
    texts(body, "id");
    person(body.object("reviewer"));
    require(VERDICTS.contains(body.string("verdict")), "its verdict is none of the three");
    require(body.integer("comments") >= 0, "it has less than no comments");
    EntryRules.time(body.string("signedTime"));
    if (body.has("report")) {
      report(body.object("report"));
    }
    role(body, "review");
  }

  private static void checkBundle(JsonObject body, long seq) {
    texts(body, "id");
    checkpoint(body, seq);
    require(Sha256.isHex(body.string("sha256")), "its bundle has no SHA-256");
    require(body.integer("size") > 0 && body.integer("omitted") >= 0, "its bundle is impossible");
  }

  private static void checkTimeStamp(JsonObject body, long seq) {
    texts(body, "id", "authority", "serial", "policy");
    checkpoint(body, seq);
    EntryRules.time(body.string("stampedTime"));
    role(body, "time-stamp-query");
    role(body, "time-stamp-response");
  }

  private static void person(JsonObject person) {
    texts(person, "name");
    new VerifyingKey(person.string("publicKey"));
  }

  private static void report(JsonObject report) {
    texts(report, "id");
    require(Sha256.isHex(report.string("sha256")), "its report has no SHA-256");
  }

  private static void role(JsonObject body, String role) {
    require(Claims.ofRole(body, role).isPresent(), "it has no blob of the role " + role);
  }

  private static void checkpoint(JsonObject body, long seq) {
    long size = body.integer("checkpointSize");
    require(
        size >= 1 && size <= seq,
        "it names a checkpoint of " + PlainWords.entries(size) + ", and stands after " + seq);
  }

  private static void texts(JsonObject object, String... names) {
    for (String name : names) {
      require(!object.string(name).isBlank(), "the field \"" + name + "\" is empty");
    }
  }
}
