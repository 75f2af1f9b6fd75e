package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.CompareSpeakers;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Compare a recording with known speakers.")
final class CompareCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "Of an exhibit (Q1, K1, …) or a restoration (R1, …).")
  private String id;

  @Option(
      names = "--known",
      paramLabel = "ID",
      required = true,
      arity = "1..*",
      description = "What it is compared with.")
  private List<String> known;

  @Option(
      names = "--encoder",
      paramLabel = "PKG",
      description = "A speaker encoder; the newest installed one by default.")
  private String encoder;

  private final Terminal terminal;
  private final Workbench workbench;

  CompareCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      CompareSpeakers.Request request =
          new CompareSpeakers.Request(id, known, Optional.ofNullable(encoder));
      StepView step =
          new StepRun(terminal, workbench)
              .run(file, workbench.compareSpeakers().plan(file, request));
      JsonObject json = Figures.json(step);
      if (step.completed() && output.json()) {
        JsonObject similarities = json.remove("similarity").getAsJsonObject();
        for (String one : known) {
          JsonObject result = json.deepCopy();
          result.addProperty("known", one);
          result.add("similarity", similarities.get(one));
          terminal.result(true, result, List.of());
        }
      } else {
        terminal.result(output.json(), json, Figures.lines(step));
      }
      if (step.completed()) {
        terminal.note("a similarity ranks; it is not a likelihood ratio");
      }
      return StepRun.status(step);
    }
  }
}
