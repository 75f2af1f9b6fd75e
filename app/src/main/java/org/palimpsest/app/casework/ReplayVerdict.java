package org.palimpsest.app.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.blob.BlobStore;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonValue;
import org.palimpsest.evidence.format.Sha256;

/**
 * Compares what a step yields now with what its entry says. On the processor and engine of then the
 * bytes must be the same; on others sums are added up in another order, so that figures are
 * compared, and windows that the method does not vouch for are left out.
 */
final class ReplayVerdict implements Outcome.Visitor<Conclusion, Outcome<Conclusion>> {
  static final String SAME = "same-bytes";
  static final String WITHIN = "within-tolerance";
  static final String DIFFERS = "differs";

  /** How far figures may differ on another processor. */
  static final Map<String, String> TOLERANCES =
      Map.of(
          "leastWithinOneLsbShare", "0.999",
          "mostResidualDifferenceDb", "1",
          "mostSimilarityDifference", "0.0001");

  private final BlobStore blobs;
  private final RecordingReader reader;
  private final Step step;
  private final LedgerEntry entry;
  private final JsonObject now;

  ReplayVerdict(
      BlobStore blobs, RecordingReader reader, Step step, LedgerEntry entry, JsonObject now) {
    this.blobs = blobs;
    this.reader = reader;
    this.step = step;
    this.entry = entry;
    this.now = now;
  }

  @Override
  public Outcome<Conclusion> completed(Conclusion conclusion) {
    try {
      return new Outcome.Completed<>(new Conclusion(compare(conclusion), Optional.empty()));
    } catch (IOException | RefusedException e) {
      return new Outcome.Failed<>(Outcome.Cause.INPUT, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Outcome<Conclusion> failed(Outcome.Cause cause, String line) {
    return ended("failed", line);
  }

  @Override
  public Outcome<Conclusion> cancelled() {
    return new Outcome.Cancelled<>();
  }

  @Override
  public Outcome<Conclusion> notApplicable(String reason) {
    return ended("not-applicable", reason);
  }

  /** It ended without a result now; it should have then, and for the same reason. */
  private Outcome<Conclusion> ended(String outcome, String line) {
    boolean same =
        step.outcome().text().equals(outcome)
            && entry.body().find("message").map(JsonText::of).filter(line::equals).isPresent();
    JsonObject results =
        verdict(same ? SAME : DIFFERS).with("outcomeNow", outcome).with("message", line);
    return new Outcome.Completed<>(new Conclusion(results, Optional.empty()));
  }

  private JsonObject compare(Conclusion conclusion) throws IOException, RefusedException {
    List<Sha256> then = step.outputs().stream().map(Artifact::sha256).toList();
    List<Sha256> today = new ArrayList<>();
    for (Output output : Output.of(conclusion.signal(), conclusion.confidence())) {
      today.add(Sha256.hash(output.bytes()));
    }
    boolean same = then.equals(today) && step.results().equals(conclusion.results());
    if (same || sameProcessor() || then.size() != today.size()) {
      return verdict(same ? SAME : DIFFERS)
          .with("outcomeNow", "completed")
          .with("sameSignal", first(then).equals(first(today)));
    }
    return byFigures(conclusion, first(then));
  }

  private static Optional<Sha256> first(List<Sha256> outputs) {
    return outputs.stream().findFirst();
  }

  private JsonObject byFigures(Conclusion conclusion, Optional<Sha256> then)
      throws IOException, RefusedException {
    double largest = largestSimilarityDifference(conclusion.results());
    boolean agrees = largest <= tolerance("mostSimilarityDifference");
    JsonObject results = JsonObject.empty();
    if (then.isPresent()) {
      blobs.check(then.get());
      AudioClip before = reader.read(blobs.path(then.get()), OptionalInt.of(1)).clip();
      double within =
          withinOneLsb(before, conclusion.signal().orElseThrow(), conclusion.doubtful());
      double residual = residualDifference(conclusion.results());
      agrees &=
          within >= tolerance("leastWithinOneLsbShare")
              && residual <= tolerance("mostResidualDifferenceDb");
      results =
          results
              .with("withinOneLsbShare", FigureText.of(within))
              .with("residualDifferenceDb", FigureText.of(residual))
              .with("ambiguousWindows", conclusion.doubtful().cardinality());
    }
    return verdict(agrees ? WITHIN : DIFFERS)
        .withAll(results)
        .with("outcomeNow", "completed")
        .with("largestSimilarityDifference", FigureText.of(largest));
  }

  private JsonObject verdict(String word) {
    return JsonObject.empty()
        .with("verdict", word)
        .with("comparedBy", sameProcessor() ? "bytes" : "figures")
        .with("processorThen", text(step.environment(), "processor"))
        .with("engineThen", text(step.environment(), "engine"));
  }

  private boolean sameProcessor() {
    return text(now, "processor").equals(text(step.environment(), "processor"))
        && text(now, "engine").equals(text(step.environment(), "engine"));
  }

  /** Share of the samples that differ by one step of 16 bit at most, ambiguous windows apart. */
  private static double withinOneLsb(AudioClip before, AudioClip after, BitSet ambiguous) {
    if (before.length() != after.length()) {
      return 0;
    }
    long counted = 0;
    long within = 0;
    for (int i = 0; i < before.length(); i++) {
      if (!ambiguous.get(i / Restored.WINDOW)) {
        counted++;
        within += Math.abs(before.at(i) - after.at(i)) <= Pcm16.LSB ? 1 : 0;
      }
    }
    return counted == 0 ? 1 : (double) within / counted;
  }

  private double residualDifference(JsonObject results) {
    Optional<Double> then = number(step.results(), "forwardResidualDb");
    Optional<Double> today = number(results, "forwardResidualDb");
    return then.isPresent() && today.isPresent() ? Math.abs(then.get() - today.get()) : 0;
  }

  /** Over all figures that are similarities, also those of each encoder or known recording. */
  private double largestSimilarityDifference(JsonObject results) {
    double largest = 0;
    for (Map.Entry<String, JsonValue> group : step.results().members().entrySet()) {
      if (group.getValue() instanceof JsonObject then) {
        JsonObject today =
            results
                .find(group.getKey())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonObject.empty());
        for (String name : then.members().keySet()) {
          double before = number(then, name).orElse(Double.NaN);
          double after = number(today, name).orElse(Double.POSITIVE_INFINITY);
          largest = Math.max(largest, Math.abs(before - after));
        }
      }
    }
    return largest;
  }

  private static Optional<Double> number(JsonObject object, String name) {
    return object
        .find(name)
        .map(JsonText::of)
        .filter(text -> text.matches("-?[0-9].*"))
        .map(Double::valueOf);
  }

  private static double tolerance(String name) {
    return Double.parseDouble(TOLERANCES.get(name));
  }

  private static String text(JsonObject object, String name) {
    return object.find(name).map(JsonText::of).orElse("unknown");
  }
}
