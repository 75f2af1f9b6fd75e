package org.palimpsest.evidence.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a second person says of a case (review format 1).
 *
 * @param caseId of the case
 * @param checkpoint that the reviewer saw
 * @param report that the verdict is about
 * @param verdict needs a report unless it is {@code COMMENTS}
 * @param comments one at least for an objection
 * @param reviewer the person's name
 * @param key the person's key
 * @param time by the reviewer's clock, to the millisecond
 */
public record Review(
    UUID caseId,
    Checkpoint checkpoint,
    Optional<ReportName> report,
    ReviewVerdict verdict,
    List<ReviewComment> comments,
    String reviewer,
    VerifyingKey key,
    Instant time) {
  private static final String FORMAT = "palimpsest-review/1";

  /**
   * Keeps a copy of {@code comments}.
   *
   * @throws JsonException if the parts do not go together
   */
  public Review {
    comments = List.copyOf(comments);
    if (reviewer.isBlank()) {
      throw new JsonException("the reviewer has no name");
    }
    if (verdict != ReviewVerdict.COMMENTS && report.isEmpty()) {
      throw new JsonException("a verdict needs the report that it is about");
    }
    if (verdict == ReviewVerdict.OBJECTS && comments.isEmpty()) {
      throw new JsonException("an objection needs a comment that says why");
    }
    if (!checkpoint.origin().equals(Checkpoint.originOf(caseId))) {
      throw new JsonException("its checkpoint is of another case");
    }
  }

  /** As the statement writes it. */
  public JsonObject toJson() {
    List<JsonObject> all =
        comments.stream()
            .map(c -> JsonObject.empty().with("about", c.about()).with("text", c.text()))
            .toList();
    JsonObject json =
        JsonObject.empty()
            .with("format", FORMAT)
            .with("caseId", caseId.toString())
            .with("checkpoint", checkpoint.note())
            .with("verdict", verdict.text())
            .with("comments", JsonArray.of(all))
            .with("reviewer", key.named(reviewer))
            .with("time", UtcTime.format(time));
    return report.isPresent() ? json.with("report", report.get().toJson()) : json;
  }

  /**
   * Reads {@link #toJson}'s form.
   *
   * @throws IllegalArgumentException in words, for another
   */
  static Review from(JsonObject json) {
    if (!json.string("format").equals(FORMAT)) {
      throw new JsonException("it has the format " + json.string("format") + ", not " + FORMAT);
    }
    JsonObject person = json.object("reviewer");
    return new Review(
        UUID.fromString(json.string("caseId")),
        Checkpoint.parse(json.string("checkpoint")),
        json.has("report") ? Optional.of(ReportName.from(json.object("report"))) : Optional.empty(),
        ReviewVerdict.of(json.string("verdict")),
        json.array("comments").objects().stream()
            .map(c -> new ReviewComment(c.string("about"), c.string("text")))
            .toList(),
        person.string("name"),
        new VerifyingKey(person.string("publicKey")),
        UtcTime.parse(json.string("time")));
  }
}
