package org.palimpsest.evidence.entry.v1;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.PersonName;
import org.palimpsest.evidence.format.ReportName;
import org.palimpsest.evidence.format.ReviewVerdict;
import org.palimpsest.evidence.format.UtcTime;
import org.palimpsest.evidence.format.VerifyingKey;

/**
 * The reports of a case with their states, as its entries so far say (case format 1, "A report's
 * states"). Immutable.
 *
 * @param byId in the order of issue
 */
public record Reports(Map<String, IssuedReport> byId) {
  /** Keeps a copy. */
  public Reports {
    byId = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /** Before the first report. */
  public static Reports none() {
    return new Reports(Map.of());
  }

  /** All of them, the oldest first. */
  public List<IssuedReport> list() {
    return List.copyOf(byId.values());
  }

  /** The report called {@code id}. */
  public Optional<IssuedReport> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The reports after {@code entry}.
   *
   * @param people in force before it
   * @throws IllegalArgumentException in words, if it releases what may not be released or speaks of
   *     a report that was not issued
   */
  public Reports with(LedgerEntry entry, People people) {
    if (entry.is(EntryKind.REPORT_ISSUED)) {
      return issuing(entry);
    }
    if (entry.is(EntryKind.REVIEW_RECEIVED) && entry.body().has("report")) {
      return reviewing(entry.body(), people);
    }
    if (entry.is(EntryKind.REPORT_RELEASED)) {
      return releasing(ReportName.from(entry.body().object("report")));
    }
    return this;
  }

  private Reports issuing(LedgerEntry entry) {
    Optional<BlobUse> pdf = entry.blobs().stream().filter(b -> b.role().equals("report")).findAny();
    if (pdf.isEmpty() || !entry.body().has("id")) {
      return this; // written by the first version's tests of the store: a report without a state
    }
    ReportName name = new ReportName(entry.body().string("id"), pdf.get().blob().sha256());
    return put(new IssuedReport(name, entry.seq(), entry.actor(), Map.of(), Map.of(), false));
  }

  private Reports reviewing(JsonObject body, People people) {
    IssuedReport report = require(ReportName.from(body.object("report")));
    JsonObject reviewer = body.object("reviewer");
    String name = reviewer.string("name");
    VerifyingKey key = new VerifyingKey(reviewer.string("publicKey"));
    boolean counts =
        people.find(key).filter(p -> p.role() == Role.REVIEWER && p.name().equals(name)).isPresent()
            && !PersonName.same(name, report.issuer().name())
            && !key.id(people.origin()).equals(report.issuer().key());
    ReviewVerdict verdict = ReviewVerdict.of(body.string("verdict"));
    Instant time = UtcTime.parse(body.string("signedTime"));
    return counts && verdict != ReviewVerdict.COMMENTS
        ? put(report.with(name, verdict, time))
        : this;
  }

  private Reports releasing(ReportName name) {
    IssuedReport report = require(name);
    if (report.state() != ReportState.REVIEWED) {
      throw new IllegalArgumentException(
          "the report "
              + name.id()
              + " is "
              + report.state().text()
              + "; it can be released once, after a second person, admitted as reviewer, agrees and"
              + " none objects");
    }
    return put(report.asReleased());
  }

  private IssuedReport require(ReportName name) {
    return find(name.id())
        .filter(report -> report.name().equals(name))
        .orElseThrow(
            () -> new IllegalArgumentException("the report " + name.id() + " was not issued so"));
  }

  private Reports put(IssuedReport report) {
    Map<String, IssuedReport> next = new LinkedHashMap<>(byId);
    next.put(report.name().id(), report);
    return new Reports(next);
  }
}
