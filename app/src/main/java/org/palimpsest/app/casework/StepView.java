package org.palimpsest.app.casework;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

/**
 * A restoration or comparison, as its entry says.
 *
 * @param id {@code R1}, {@code C1}, …
 * @param entry that logs it
 * @param step what was planned and how it ended
 */
public record StepView(String id, LedgerEntry entry, Step step) {
  public long seq() {
    return entry.seq();
  }

  public String method() {
    return step.plan().string("method");
  }

  public boolean completed() {
    return step.outcome() == StepOutcome.COMPLETED;
  }

  /** The exhibit or restoration that it examined. */
  public String subject() {
    return step.inputs().get(0).id();
  }

  /** Everything else that it read. */
  public List<String> others() {
    return step.inputs().stream().skip(1).map(Artifact::id).toList();
  }

  public Optional<Artifact> output() {
    return step.outputs().stream().findFirst();
  }

  /** Of a restoration: how far it can be believed, where its method said so. */
  public Optional<Artifact> confidence() {
    String track = Output.confidenceOf(id);
    return step.outputs().stream().filter(output -> output.id().equals(track)).findFirst();
  }

  /** Why it failed or does not apply, in one line. */
  public Optional<String> message() {
    return entry.body().find("message").map(JsonText::of);
  }

  /** Its figures by name; those of one exhibit or encoder each are written {@code name K1}. */
  public SortedMap<String, String> figures() {
    SortedMap<String, String> figures = new TreeMap<>();
    step.results()
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonObject group) {
                group.members().forEach((key, v) -> figures.put(name + " " + key, JsonText.of(v)));
              } else {
                figures.put(name, JsonText.of(value));
              }
            });
    return figures;
  }

  /** Of a replay: whether what came out is not what came out then. */
  public boolean differs() {
    return step.results()
        .find("verdict")
        .map(JsonText::of)
        .filter(ReplayVerdict.DIFFERS::equals)
        .isPresent();
  }

  static StepView from(LedgerEntry entry) {
    return new StepView(entry.body().string("id"), entry, Step.from(entry.body()));
  }
}
