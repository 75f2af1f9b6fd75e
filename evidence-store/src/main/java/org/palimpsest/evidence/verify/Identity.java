package org.palimpsest.evidence.verify;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * Which case it is and who signs, from entry 0.
 *
 * @param caseId of the case
 * @param examiner the name
 * @param key the examiner's
 */
record Identity(UUID caseId, String examiner, VerifyingKey key) {
  static final String KIND = "case-created";

  /**
   * @throws IllegalArgumentException in words, if entry 0 does not create a case
   */
  static Identity from(JsonObject body) {
    if (!body.string("kind").equals(KIND)) {
      throw new IllegalArgumentException("it is not of the kind " + KIND);
    }
    for (String name : List.of("title", "authority", "purpose")) {
      if (body.string(name).isBlank()) {
        throw new IllegalArgumentException("the field \"" + name + "\" is empty");
      }
    }
    try {
      ZoneId.of(body.string("timeZone"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the field \"timeZone\" names no time zone", e);
    }
    JsonObject examiner = body.object("examiner");
    EntryRules.require(!examiner.string("name").isBlank(), "the examiner has no name");
    UUID caseId = UUID.fromString(body.string("caseId"));
    if (!caseId.toString().equals(body.string("caseId"))) {
      throw new IllegalArgumentException("the field \"caseId\" is not a UUID in lower case");
    }
    VerifyingKey key = new VerifyingKey(examiner.string("publicKey"));
    return new Identity(caseId, examiner.string("name"), key);
  }

  String origin() {
    return Checkpoint.originOf(caseId);
  }

  String keyId() {
    return key.id(origin());
  }
}
