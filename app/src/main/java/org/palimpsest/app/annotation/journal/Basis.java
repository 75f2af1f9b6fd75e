package org.palimpsest.app.annotation.journal;

import java.util.UUID;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a journal begins with: its first line.
 *
 * @param caseId of the case
 * @param annotations the newest entered ones, or none
 * @param entry id of the ledger's entry that they are from, or empty
 */
public record Basis(UUID caseId, Annotations annotations, String entry) {
  private static final String FORMAT = "palimpsest-annotation-journal/1";

  JsonObject toJson() {
    return JsonObject.empty()
        .with("format", FORMAT)
        .with("caseId", caseId.toString())
        .with("signal", AnnotationJson.json(annotations.signal()))
        .with("basis", AnnotationJson.json(annotations.list()))
        .with("entry", entry);
  }

  static Basis from(JsonObject json) {
    if (!json.string("format").equals(FORMAT)) {
      throw new IllegalArgumentException("no journal of the format " + FORMAT);
    }
    Annotations annotations =
        new Annotations(
            AnnotationJson.signal(json.object("signal")), AnnotationJson.list(json, "basis"));
    return new Basis(UUID.fromString(json.string("caseId")), annotations, json.string("entry"));
  }
}
