package org.palimpsest.evidence.entry.v1;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.evidence.format.PersonName;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.ReviewVerdict;

/**
 * A report and what second persons said of it.
 *
 * @param name to the byte
 * @param seq of the entry that issued it
 * @param issuer who made it
 * @param reviews the newest verdict of each second person who may review it, by name
 * @param signed when that verdict was signed, by the reviewer's clock
 * @param released whether it was released
 */
public record IssuedReport(
    ReportName name,
    long seq,
    Actor issuer,
    Map<String, ReviewVerdict> reviews,
    Map<String, Instant> signed,
    boolean released) {
  /** Keeps copies of the maps. */
  public IssuedReport {
    reviews = Collections.unmodifiableMap(new LinkedHashMap<>(reviews));
    signed = Map.copyOf(signed);
  }

  /** How far it has come. */
  public ReportState state() {
    if (released) {
      return ReportState.RELEASED;
    }
    if (reviews.containsValue(ReviewVerdict.OBJECTS)) {
      return ReportState.OBJECTED;
    }
    return reviews.containsValue(ReviewVerdict.AGREES) ? ReportState.REVIEWED : ReportState.DRAFT;
  }

  /** The same report where the reviewer signed something newer before. */
  IssuedReport with(String reviewer, ReviewVerdict verdict, Instant time) {
    Map<String, ReviewVerdict> next = new LinkedHashMap<>(reviews);
    Map<String, Instant> times = new LinkedHashMap<>(signed);
    for (Map.Entry<String, Instant> before : signed.entrySet()) {
      if (PersonName.same(before.getKey(), reviewer)) {
        if (!time.isAfter(before.getValue())) {
          return this;
        }
        next.remove(before.getKey());
        times.remove(before.getKey());
      }
    }
    next.put(reviewer, verdict);
    times.put(reviewer, time);
    return new IssuedReport(name, seq, issuer, next, times, released);
  }

  IssuedReport asReleased() {
    return new IssuedReport(name, seq, issuer, reviews, signed, true);
  }
}
