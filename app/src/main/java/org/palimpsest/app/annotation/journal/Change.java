package org.palimpsest.app.annotation.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.AnnotationJson;
import org.palimpsest.app.annotation.Words;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.UtcTime;

/**
 * One thing that a person did: made, edited, moved, removed or imported annotations.
 *
 * @param title what was done, in words
 * @param removed as they were; an edited one is here and, changed, in {@code added}
 * @param time when, to the millisecond
 */
public record Change(
    String title, List<Annotation> removed, List<Annotation> added, String author, Instant time) {
  /** Keeps copies. */
  public Change {
    title = Words.clean(title);
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with("title", title)
        .with("author", author)
        .with("time", UtcTime.format(time))
        .with("removed", AnnotationJson.json(removed))
        .with("added", AnnotationJson.json(added));
  }

  static Change from(JsonObject json) {
    return new Change(
        json.string("title"),
        AnnotationJson.list(json, "removed"),
        AnnotationJson.list(json, "added"),
        json.string("author"),
        UtcTime.parse(json.string("time")));
  }
}
