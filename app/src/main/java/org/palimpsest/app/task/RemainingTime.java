package org.palimpsest.app.task;

import java.time.Duration;
import java.util.Optional;

/** How long work may still take, from what it took so far. */
final class RemainingTime {
  private static final double TOO_EARLY = 0.02;

  private RemainingTime() {}

  static Optional<Duration> estimate(Duration elapsed, double fraction) {
    if (!(fraction >= TOO_EARLY) || fraction > 1) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (1 / fraction - 1))));
  }

  static String text(Duration elapsed, double fraction) {
    return estimate(elapsed, fraction).map(d -> "about " + words(d) + " left").orElse("");
  }

  private static String words(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? (seconds + 30) / 60 + " min"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
