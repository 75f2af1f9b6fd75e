package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.compare.Embedding;
import org.palimpsest.analysis.evaluation.EmbeddedUtterance;
import org.palimpsest.analysis.evaluation.EqualErrorRate;
import org.palimpsest.analysis.evaluation.Purification;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.evaluation.SpeakerBootstrap;
import org.palimpsest.analysis.evaluation.Trials;

/** The rows of the tables, from what was computed for one protector and wire. */
final class Tables {
  private final Defence defence;
  private final String wire;
  private final List<UtteranceRow> utterances;
  private final List<String> speakers;

  /**
   * @param utterances all of this protector and wire
   */
  Tables(Defence defence, String wire, List<UtteranceRow> utterances) {
    this.defence = defence;
    this.wire = wire;
    this.utterances = utterances;
    this.speakers = utterances.stream().map(row -> row.utterance().speaker()).distinct().toList();
  }

  /** Original speech is the enrolment but in adv-adv; files of at least 2 s, every pair. */
  List<VerificationRow> verification(Judge judge, SpeakerBootstrap bootstrap) {
    List<EmbeddedUtterance> original = voices(judge, Condition.RECORDED);
    List<EmbeddedUtterance> exhibits = voices(judge, Condition.PROTECTED);
    List<VerificationRow> rows = new ArrayList<>();
    rows.add(row(judge, bootstrap, "rec-rec", Optional.empty(), Trials.within(original)));
    rows.add(row(judge, bootstrap, "rec-adv", Optional.empty(), Trials.across(original, exhibits)));
    rows.add(row(judge, bootstrap, "adv-adv", Optional.empty(), Trials.within(exhibits)));
    for (String condition : removals()) {
      rows.add(
          row(
              judge,
              bootstrap,
              "rec-" + condition,
              Condition.scenario(condition, defence),
              Trials.across(original, voices(judge, condition))));
    }
    return rows;
  }

  private VerificationRow row(
      Judge judge,
      SpeakerBootstrap bootstrap,
      String name,
      Optional<Scenario> scenario,
      Trials trials) {
    return new VerificationRow(
        defence.protector().reference(),
        wire,
        judge.encoder().reference(),
        judge.box(defence.protector()),
        name,
        scenario,
        trials.same(),
        trials.different(),
        EqualErrorRate.of(trials).orElse(Double.NaN),
        bootstrap.of(trials, speakers.size()),
        trials.meanSameScore());
  }

  private List<EmbeddedUtterance> voices(Judge judge, String condition) {
    List<EmbeddedUtterance> voices = new ArrayList<>();
    for (int i = 0; i < utterances.size(); i++) {
      UtteranceRow row = utterances.get(i);
      Embedding voice = row.conditions().get(condition).voices().get(judge.encoder().sha256());
      if (voice != null) {
        voices.add(new EmbeddedUtterance(i, speakers.indexOf(row.utterance().speaker()), voice));
      }
    }
    return voices;
  }

  /** One row for each condition but that of the original. */
  List<SignalRow> signals() {
    List<SignalRow> rows = new ArrayList<>();
    List<String> conditions = new ArrayList<>(List.of(Condition.PROTECTED));
    conditions.addAll(removals());
    for (String condition : conditions) {
      List<Treated> treated =
          utterances.stream().map(row -> row.conditions().get(condition)).toList();
      int refused = (int) treated.stream().filter(t -> t.refusal().isPresent()).count();
      rows.add(
          new SignalRow(
              defence.protector().reference(),
              wire,
              condition,
              Condition.scenario(condition, defence),
              treated.size() - refused,
              refused,
              spreads(treated)));
    }
    return rows;
  }

  private static SortedMap<String, Spread> spreads(List<Treated> treated) {
    Set<String> names = new LinkedHashSet<>();
    treated.forEach(t -> names.addAll(t.figures().keySet()));
    SortedMap<String, Spread> spreads = new TreeMap<>();
    for (String name : names) {
      spreads.put(
          name,
          Spread.of(
              treated.stream()
                  .filter(t -> t.figures().containsKey(name))
                  .map(t -> t.figures().get(name))
                  .toList()));
    }
    return spreads;
  }

  private List<String> removals() {
    List<String> conditions = new ArrayList<>();
    defence.removals().forEach(removal -> conditions.add(removal.condition()));
    Purification.baselines().forEach(baseline -> conditions.add(baseline.id()));
    return conditions;
  }
}
