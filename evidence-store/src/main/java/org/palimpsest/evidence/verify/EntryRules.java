package org.palimpsest.evidence.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.palimpsest.evidence.format.JsonObject;

/** The fields that every entry has, whatever its kind. */
final class EntryRules {
  private static final Pattern KIND = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String TIME = "0000-00-00T00:00:00.000Z"; // 0 stands for a digit
  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;
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
    require(hasForm(time), "the field \"time\" is not UTC with three decimals");
    try {
      LocalDateTime local =
          LocalDateTime.of(
              Integer.parseInt(time, 0, 4, 10),
              Integer.parseInt(time, 5, 7, 10),
              Integer.parseInt(time, 8, 10, 10),
              Integer.parseInt(time, 11, 13, 10),
              Integer.parseInt(time, 14, 16, 10),
              Integer.parseInt(time, 17, 19, 10),
              Integer.parseInt(time, 20, 23, 10) * NANOS_OF_A_MILLISECOND);
      return local.toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the field \"time\" is no time", e);
    }
  }

  /** A ledger has many times: a pattern and a general parser would be a fifth of the work. */
  private static boolean hasForm(String time) {
    if (time.length() != TIME.length()) {
      return false;
    }
    for (int i = 0; i < TIME.length(); i++) {
      char c = time.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (TIME.charAt(i) == '0' ? !digit : c != TIME.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }
}
