package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.palimpsest.evidence.format.JsonObject;

/** What the entries so far add up to: people, reports, and what still has to be looked at. */
final class CaseHistory {
  private final ReportStates reports;
  private final List<Received> reviews = new ArrayList<>();
  private final List<Received> annotations = new ArrayList<>();
  private final List<Received> timeStamps = new ArrayList<>();
  private final List<Received> migrations = new ArrayList<>();
  private final Set<Long> namedSizes = new TreeSet<>();
  private Optional<Identity> identity = Optional.empty();
  private Optional<People> people = Optional.empty();

  CaseHistory(Flags flags) {
    this.reports = new ReportStates(flags);
  }

  Optional<Identity> identity() {
    return identity;
  }

  Optional<People> people() {
    return people;
  }

  ReportStates reports() {
    return reports;
  }

  /** The entries with a statement of a reviewer. */
  List<Received> reviews() {
    return reviews;
  }

  /** The entries with what a person marked in a signal. */
  List<Received> annotations() {
    return annotations;
  }

  /** The entries with a time stamp. */
  List<Received> timeStamps() {
    return timeStamps;
  }

  /** The entries that name a backup. */
  List<Received> migrations() {
    return migrations;
  }

  /** The sizes of the checkpoints that a report or a time stamp names. */
  Set<Long> namedSizes() {
    return namedSizes;
  }

  /**
   * Takes entry 0.
   *
   * @throws IllegalArgumentException in words, if it does not create a case
   */
  void begin(JsonObject body) {
    Identity created = Identity.from(body);
    identity = Optional.of(created);
    people = Optional.of(new People(created));
    if (!body.object("actor").string("key").equals(created.keyId())) {
      throw new BrokenRule(Cause.KEY_SWAPPED, "the key in it is not the key of its actor");
    }
  }

  /**
   * Takes the next entry, whose fields are well-formed.
   *
   * @throws IllegalArgumentException in words, if it breaks a rule of people or reports
   */
  void take(long seq, JsonObject body) {
    if (people.isEmpty()) {
      return; // without an entry 0 nobody can say who is who
    }
    Person author = people.get().author(body);
    if (body.integer("version") != 1) {
      return;
    }
    switch (body.string("kind")) {
      case "person-admitted" -> people.get().admit(seq, body.object("person"));
      case "person-dismissed" -> people.get().dismiss(body.object("person"));
      case "report-issued" -> {
        namedSizes.add(body.integer("checkpointSize"));
        reports.issue(seq, body, author);
      }
      case "review-received" -> {
        reviews.add(new Received(seq, body));
        reports.review(seq, body, people.get());
      }
      case "report-released" -> reports.release(body);
      case "time-stamp-received" -> {
        namedSizes.add(body.integer("checkpointSize"));
        timeStamps.add(new Received(seq, body));
      }
      case "annotations-entered" -> annotations.add(new Received(seq, body));
      case "bundle-issued" -> namedSizes.add(body.integer("checkpointSize"));
      case "case-migrated" -> migrations.add(new Received(seq, body));
      default -> {
        // nothing else changes who may write, or what a report is
      }
    }
  }

  /**
   * An entry whose content is looked at later.
   *
   * @param seq its place
   * @param body what it says
   */
  record Received(long seq, JsonObject body) {}
}
