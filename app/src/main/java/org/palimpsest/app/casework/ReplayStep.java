package org.palimpsest.app.casework;

import java.util.List;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

/**
 * Plans to run a logged step again, from the bytes and packages that the case holds, and to compare
 * what comes out. {@link RunAnalysis} runs it; the comparison is an entry like any other.
 */
public final class ReplayStep {
  private static final String VERSION = "1";

  private final RestoreSpeech restoreSpeech;
  private final CompareSpeakers compareSpeakers;
  private final Environment environment;
  private final RecordingReader reader;

  ReplayStep(
      RestoreSpeech restoreSpeech,
      CompareSpeakers compareSpeakers,
      Environment environment,
      RecordingReader reader) {
    this.restoreSpeech = restoreSpeech;
    this.compareSpeakers = compareSpeakers;
    this.environment = environment;
    this.reader = reader;
  }

  /** The places of the entries that can be run again: steps that ended by themselves. */
  public List<Long> replayable(CaseFile file) {
    return file.entries().stream().filter(ReplayStep::isReplayable).map(LedgerEntry::seq).toList();
  }

  /**
   * Reads everything that the step needs.
   *
   * @throws RefusedException if the entry is no such step, or this program plans it otherwise
   */
  public PlannedStep plan(CaseFile file, long seq) throws RefusedException {
    if (seq < 0 || seq >= file.size() || !isReplayable(file.entry(seq))) {
      throw new RefusedException(
          "entry " + seq + " is no step that ended by itself; such are " + replayable(file));
    }
    LedgerEntry entry = file.entry(seq);
    Step step = Step.from(entry.body());
    List<ModelPackage> packages = KeptPackages.of(file, entry);
    PlannedStep again =
        entry.is(EntryKind.RESTORATION)
            ? restoreSpeech.planAgain(file, step, packages)
            : compareSpeakers.planAgain(file, step, packages);
    if (!PlanText.of(again.plan()).equals(step.plan())) {
      throw new RefusedException(
          String.format(
              "entry %d: this program plans %s version %s otherwise; use the one that ran it, %s",
              seq,
              step.plan().string("method"),
              step.plan().string("version"),
              step.environment().string("program")));
    }
    ReplayVerdict verdict =
        new ReplayVerdict(file.blobs(), reader, step, entry, environment.describe());
    TreeMap<String, String> parameters = new TreeMap<>(ReplayVerdict.TOLERANCES);
    parameters.put("seq", Long.toString(seq));
    AnalysisPlan plan =
        new AnalysisPlan(
            EntryKind.REPLAY.text(),
            VERSION,
            parameters,
            again.plan().inputs(),
            again.plan().models());
    JsonObject replayed = JsonObject.empty().with("id", entry.body().string("id")).with("seq", seq);
    return new PlannedStep(
        EntryKind.REPLAY,
        "Y",
        plan,
        again.inputs(),
        again.packages(),
        JsonObject.empty().with("replayed", replayed),
        (progress, cancellation) -> again.work().run(progress, cancellation).accept(verdict));
  }

  private static boolean isReplayable(LedgerEntry entry) {
    return (entry.is(EntryKind.RESTORATION) || entry.is(EntryKind.COMPARISON))
        && entry.step().filter(s -> s.outcome() != StepOutcome.CANCELLED).isPresent();
  }
}
