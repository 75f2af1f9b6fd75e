package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.evaluate.Evaluation;
import org.palimpsest.app.evaluate.EvaluationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    description = "Measure protectors and their removal on speech whose originals are known.")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder with speaker/utterance.flac or .wav.")
  private Path data;

  @Option(
      names = "--protector",
      paramLabel = "PKG",
      description = "Installed id, id@version, folder or zip; all that are installed by default.")
  private List<String> protectors = new ArrayList<>();

  @Option(
      names = "--encoder",
      paramLabel = "PKG",
      description = "A white box, unless the protector's package names another victim.")
  private List<String> encoders = new ArrayList<>();

  @Option(
      names = "--black-box",
      paramLabel = "PKG",
      description = "An encoder that no protector was trained against.")
  private List<String> blackBoxes = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "inversion or learned-remover; all by default. Variants are written with their version"
              + " and parameters, as inversion@1 or inversion,starts=1.")
  private List<String> methods = new ArrayList<>();

  @Option(
      names = "--wire",
      paramLabel = "W",
      description =
          "What happens between protection and seizure: pcm16 (a 16-bit file, the default),"
              + " mp3-64k, opus-24k and others, or all.")
  private List<String> wires = new ArrayList<>();

  @Option(
      names = "--utterances",
      paramLabel = "N|all",
      defaultValue = "all",
      description = "How many, spread evenly over the sorted list.")
  private String utterances;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of noise and intervals; 1 by default.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "1 (the default) or 2.")
  private int threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for table.md, table.json and what a later run need not do again.")
  private Path out;

  private final Terminal terminal;
  private final Workbench workbench;

  EvaluateCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    EvaluationRequest request =
        new EvaluationRequest(
            data,
            protectors,
            encoders,
            blackBoxes,
            methods,
            wires,
            count(),
            seed,
            Optional.ofNullable(out),
            threads(),
            commandLine());
    Evaluation evaluation;
    try (Interruption interruption = new Interruption()) {
      evaluation = workbench.evaluateProtection().run(request, tenths(), interruption);
    } catch (CancelledException e) {
      terminal.note(
          out == null
              ? "stopped; with --out it would go on where it was"
              : "stopped; the same command goes on where it was");
      return PalimpsestCommandLine.REFUSED;
    }
    evaluation.skipped().forEach(line -> terminal.note("skipped " + line));
    if (!evaluation.skipped().isEmpty()) {
      terminal.note(evaluation.skipped().size() + " files skipped");
    }
    List<String> lines =
        out == null
            ? evaluation.markdown().lines().toList()
            : List.of(out.resolve("table.md").toString(), out.resolve("table.json").toString());
    terminal.result(output.json(), evaluation.json(), lines);
    return 0;
  }

  private OptionalInt count() throws RefusedException {
    if (utterances.equals("all")) {
      return OptionalInt.empty();
    }
    if (utterances.matches("[1-9]\\d{0,8}")) {
      return OptionalInt.of(Integer.parseInt(utterances));
    }
    throw new RefusedException(
        "--utterances is a whole number from 1 on, or all, not \"" + utterances + "\"");
  }

  private int threads() throws RefusedException {
    if (threads < 1 || threads > 2) {
      throw new RefusedException("--threads is 1 or 2, not " + threads);
    }
    return threads;
  }

  /** Every tenth, whether or not somebody watches: it takes minutes. */
  private Progress tenths() {
    int[] last = {0};
    return (stage, fraction) -> {
      int tenth = (int) (fraction * 10);
      if (tenth != last[0]) {
        last[0] = tenth;
        terminal.note(stage + " " + 10 * tenth + " %");
      }
    };
  }

  private String commandLine() {
    StringBuilder line = new StringBuilder("palimpsest");
    for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
      boolean plain = word.matches("[A-Za-z0-9_@%+=:,./-]+");
      line.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return line.toString();
  }
}
