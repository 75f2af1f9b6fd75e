package org.palimpsest.evidence.entry.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.ReviewVerdict;

/**
 * A report and what second persons said of it.
 *
 * @param name to the byte
 * @param seq of the entry that issued it
 * @param issuer who made it
 * @param reviews the newest verdict of each second person who may review it, by name
 * @param released whether it was released
 */
public record IssuedReport(
    ReportName name, long seq, Actor issuer, Map<String, ReviewVerdict> reviews, boolean released) {
  /** Keeps a copy of {@code reviews}. */
  public IssuedReport {
    reviews = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reviews));
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

  IssuedReport with(String reviewer, ReviewVerdict verdict) {
    Map<String, ReviewVerdict> next = new LinkedHashMap<>(reviews);
    next.put(reviewer, verdict);
    return new IssuedReport(name, seq, issuer, next, released);
  }

  IssuedReport asReleased() {
    return new IssuedReport(name, seq, issuer, reviews, true);
  }
}
