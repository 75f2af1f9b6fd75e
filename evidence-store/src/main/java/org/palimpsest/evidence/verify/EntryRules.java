package org.palimpsest.evidence.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonObject;

/** The fields that every entry has, whatever its kind. */
final class EntryRules {
  private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
  private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}");

  private EntryRules() {}

  /**
   * @throws IllegalArgumentException in words, for the first rule that is broken
   */
  static void check(JsonObject body, long seq) {
    require(KIND.matcher(body.string("kind")).matches(), "the field \"kind\" is no kind");
    require(body.integer("version") >= 1, "the field \"version\" is below 1");
    if (body.integer("seq") != seq) {
      throw new BrokenRule(Cause.ENTRY_MOVED, "it says that it is entry " + body.integer("seq"));
    }
    time(body.string("time"));
    JsonObject actor = body.object("actor");
    require(!actor.string("name").isBlank(), "the actor has no name");
    require(KEY_ID.matcher(actor.string("key")).matches(), "the actor's key is not a key ID");
    body.array("blobs").objects().forEach(BlobClaim::from);
    boolean first = body.string("kind").equals(Identity.KIND);
    require(seq == 0 || !first, "it creates the case a second time");
  }

  static Instant time(String time) {
    require(TIME.matcher(time).matches(), "the field \"time\" is not UTC with three decimals");
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the field \"time\" is no time", e);
    }
  }

  static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}
