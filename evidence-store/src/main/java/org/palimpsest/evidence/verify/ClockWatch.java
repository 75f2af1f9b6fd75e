package org.palimpsest.evidence.verify;

import java.time.Duration;
import java.time.Instant;

/** Watches the times of the entries. A clock proves nothing, so that these are flags. */
final class ClockWatch {
  /** Examinations rest, for months at times: only a longer gap is worth a look. */
  private static final Duration LONG = Duration.ofDays(90);

  private final Instant now;
  private final Flags flags;
  private Instant latest = Instant.MAX;

  ClockWatch(Instant now, Flags flags) {
    this.now = now;
    this.flags = flags;
  }

  void see(long seq, Instant time) {
    if (time.isAfter(now)) {
      flags.add(
          FlagCause.CLOCK_AHEAD, seq, "entry " + seq + " is dated later than this machine's clock");
    }
    if (latest.equals(Instant.MAX)) {
      latest = time;
    } else if (time.isBefore(latest)) {
      flags.add(
          FlagCause.CLOCK_SET_BACK,
          seq,
          "entry " + seq + " is dated before an earlier one: the clock was set back");
    } else {
      if (Duration.between(latest, time).compareTo(LONG) > 0) {
        String gap = Duration.between(latest, time).toDays() + " days";
        flags.add(
            FlagCause.CLOCK_JUMPED,
            seq,
            "entry " + seq + " is dated " + gap + " after the one before: a rest, or a set clock");
      }
      latest = time;
    }
  }
}
