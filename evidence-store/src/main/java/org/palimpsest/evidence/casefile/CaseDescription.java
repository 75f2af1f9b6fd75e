package org.palimpsest.evidence.casefile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.palimpsest.evidence.entry.v1.NewName;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * What a case is. It goes into entry 0; title, authority and purpose change by a further entry
 * only.
 *
 * @param title what the laboratory calls it
 * @param authority who ordered the examination, with the reference number
 * @param purpose what it is to find out
 * @param timeZone in which times are shown; they are stored in UTC
 * @param examiner who does it, and whose key signs
 */
public record CaseDescription(
    String title, String authority, String purpose, ZoneId timeZone, String examiner) {

  JsonObject toFields(UUID caseId, VerifyingKey key) {
    return JsonObject.empty()
        .with("caseId", caseId.toString())
        .with("title", title)
        .with("authority", authority)
        .with("purpose", purpose)
        .with("timeZone", timeZone.getId())
        .with("examiner", key.named(examiner));
  }

  static CaseDescription from(JsonObject body) {
    return new CaseDescription(
        body.string("title"),
        body.string("authority"),
        body.string("purpose"),
        zone(body.string("timeZone")),
        body.object("examiner").string("name"));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("entry 0 names no time zone", e);
    }
  }

  /** As an entry {@code case-amended} says it anew. */
  CaseDescription amended(JsonObject body) {
    String value = body.string("value");
    if (value.isBlank() || body.string("reason").isBlank()) {
      throw new IllegalArgumentException("an amendment needs a value and a reason");
    }
    return switch (body.string("field")) {
      case "title" -> new CaseDescription(value, authority, purpose, timeZone, examiner);
      case "authority" -> new CaseDescription(title, value, purpose, timeZone, examiner);
      case "purpose" -> new CaseDescription(title, authority, value, timeZone, examiner);
      default -> throw new IllegalArgumentException("only title, authority and purpose change");
    };
  }

  /** Restoring a hidden voice without an authority and a purpose is not an examination. */
  void requireComplete() throws CaseException {
    requireText("a title", title);
    requireText("a legal authority", authority);
    requireText("a purpose", purpose);
    requireText("an examiner", examiner);
    try {
      NewName.require(examiner);
    } catch (IllegalArgumentException e) {
      throw new CaseException("The examiner's name is refused: " + e.getMessage() + ".", e);
    }
  }

  private static void requireText(String what, String text) throws CaseException {
    if (text.isBlank()) {
      throw new CaseException("A case needs " + what + ": it was left empty.");
    }
  }
}
