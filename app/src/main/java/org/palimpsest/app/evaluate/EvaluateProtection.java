package org.palimpsest.app.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.evaluation.Estoi;
import org.palimpsest.analysis.evaluation.Purification;
import org.palimpsest.analysis.evaluation.SpeakerBootstrap;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.signal.PitchTrack;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.format.JsonObject;

/**
 * Protects speech whose originals are known, takes the protection off again and measures both. The
 * measures are in docs/methods/evaluation.md.
 */
public final class EvaluateProtection {
  /** Draws of speakers for each interval. */
  public static final int RESAMPLES = 1000;

  private final InferenceEngine engine;
  private final DataFolder data;
  private final RosterChoice choice;
  private final Supplier<JsonObject> environment;
  private final WireChoice wires;

  /**
   * @param environment what entries of the ledger say
   * @param wires that can be asked for beside a 16-bit file
   */
  public EvaluateProtection(
      InferenceEngine engine,
      ModelCatalogue catalogue,
      PackageCheck check,
      RecordingReader reader,
      Supplier<JsonObject> environment,
      List<Wire> wires) {
    this.engine = engine;
    this.data = new DataFolder(reader);
    this.choice = new RosterChoice(catalogue, check);
    this.environment = environment;
    this.wires = new WireChoice(wires);
  }

  /**
   * Evaluates. With {@link EvaluationRequest#out} it writes {@code table.md} and {@code table.json}
   * there, in place of those of before, and keeps each utterance's results below {@code work}.
   *
   * @throws RefusedException for data, packages or a folder that cannot be used
   */
  public Evaluation run(EvaluationRequest request, Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    WorkFolder kept = new WorkFolder(request.out());
    Roster roster = choice.choose(request);
    List<Wire> chosen = wires.choose(request.wires());
    DataSet set = data.read(request.data(), request.utterances());
    SortedMap<String, String> where = new TreeMap<>();
    environment.get().members().forEach((name, value) -> where.put(name, JsonText.of(value)));
    UnitRun run = new UnitRun(engine, data, kept, where.toString());
    List<Unit> units = units(roster, chosen, set, request.seed());
    List<SortedMap<String, Treated>> results =
        run.run(units, request.threads(), progress, cancellation);
    Header header =
        new Header(
            request.commandLine(),
            where,
            set,
            roster.packages(),
            request.seed(),
            RESAMPLES,
            measures(chosen));
    Evaluation evaluation = tables(header, roster, units, results);
    if (request.out().isPresent()) {
      Path out = request.out().get();
      WorkFolder.write(out.resolve("table.md"), evaluation.markdown());
      WorkFolder.write(out.resolve("table.json"), evaluation.json() + "\n");
    }
    return evaluation;
  }

  private static List<Unit> units(Roster roster, List<Wire> wires, DataSet set, long seed) {
    List<Unit> units = new ArrayList<>();
    for (Defence defence : roster.defences()) {
      for (Wire wire : wires) {
        for (Utterance utterance : set.utterances()) {
          units.add(new Unit(utterance, defence, wire, roster, seed));
        }
      }
    }
    return units;
  }

  private static Evaluation tables(
      Header header, Roster roster, List<Unit> units, List<SortedMap<String, Treated>> results) {
    SpeakerBootstrap bootstrap = new SpeakerBootstrap(header.seed(), RESAMPLES);
    List<VerificationRow> verification = new ArrayList<>();
    List<SignalRow> signals = new ArrayList<>();
    List<UtteranceRow> all = new ArrayList<>();
    int each = header.data().utterances().size();
    for (int first = 0; first < units.size(); first += each) {
      Unit unit = units.get(first);
      List<UtteranceRow> rows = new ArrayList<>();
      for (int i = first; i < first + each; i++) {
        rows.add(
            new UtteranceRow(
                units.get(i).utterance(),
                unit.defence().protector().reference(),
                unit.wire().id(),
                results.get(i)));
      }
      Tables tables = new Tables(unit.defence(), unit.wire().id(), rows);
      roster.judges().forEach(judge -> verification.addAll(tables.verification(judge, bootstrap)));
      signals.addAll(tables.signals());
      all.addAll(rows);
    }
    return new Evaluation(header, verification, signals, all);
  }

  private static Map<String, String> measures(List<Wire> wires) {
    Map<String, String> measures = new LinkedHashMap<>();
    measures.put("perceptual measure", Estoi.NAME + " (Jensen and Taal 2016)");
    measures.put("pitch tracker", PitchTrack.TRACKER);
    measures.put("intervals", "95 %, " + RESAMPLES + " resamples of speakers");
    Purification.baselines().forEach(b -> measures.put("baseline " + b.id(), b.words()));
    wires.forEach(wire -> measures.put("wire " + wire.id(), wire.words()));
    return measures;
  }
}
