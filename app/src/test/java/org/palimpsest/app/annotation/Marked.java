package org.palimpsest.app.annotation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.palimpsest.evidence.format.Sha256;

/** Annotations of ten seconds, as tests need them. */
public final class Marked {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  public static final AnnotatedSignal SIGNAL =
      new AnnotatedSignal(
          "Q1", Sha256.hash("sound".getBytes(StandardCharsets.UTF_8)), 1, 16_000, 160_000);

  private Marked() {}

  public static Annotation one(Mark mark, String tier, String label) {
    return new Annotation(UUID.randomUUID(), mark, tier, label, "A. Rossi", NOON);
  }

  public static Annotation click(long at) {
    return one(new Mark.Point(at), "events", "click " + at);
  }

  public static Annotations of(Annotation... all) {
    return new Annotations(SIGNAL, List.of(all));
  }

  /** One of each kind, with what is hard to write in labels. */
  public static Annotations some() {
    return of(
        one(new Mark.Point(1), "events", "click, \"loud\""),
        one(new Mark.Region(16_000, 32_001), "speech", "è una prova; 完了 🎧"),
        one(new Mark.Region(48_000, 64_000), "speech", "=1+1"),
        one(new Mark.Box(50_000, 50_001, new Band(1200, 3400.125)), "residue", "tone"),
        one(new Mark.Point(159_999), "events", "! end"));
  }
}
