package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description = "Run logged steps again and compare. Status 1: something differs.")
final class ReplayCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(
      index = "1..*",
      paramLabel = "SEQ",
      description = "Entries; all restorations and comparisons by default.")
  private List<Long> entries = new ArrayList<>();

  private final Terminal terminal;
  private final Workbench workbench;

  ReplayCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      List<Long> chosen = entries.isEmpty() ? workbench.replayStep().replayable(file) : entries;
      if (chosen.isEmpty()) {
        terminal.note(target.folder() + ": there is no step that could be run again");
      }
      int status = 0;
      for (long seq : chosen) {
        StepView step =
            new StepRun(terminal, workbench).run(file, workbench.replayStep().plan(file, seq));
        print(step);
        status = Math.max(status, status(step));
        if (!step.completed()) {
          return StepRun.status(step);
        }
      }
      return status;
    }
  }

  private void print(StepView step) {
    org.palimpsest.evidence.format.JsonObject body = step.entry().body();
    org.palimpsest.evidence.format.JsonObject of = body.object("replayed");
    JsonObject replayed = new JsonObject();
    replayed.addProperty("id", of.string("id"));
    replayed.addProperty("seq", of.integer("seq"));
    JsonObject json = Figures.json(step);
    json.add("replayed", replayed);
    List<String> lines = new ArrayList<>(Figures.lines(step));
    lines.set(
        0,
        String.format(
            "%s  %s (entry %d) run again: %s (entry %d)",
            step.id(),
            of.string("id"),
            of.integer("seq"),
            step.step().outcome().text(),
            step.seq()));
    terminal.result(output.json(), json, lines);
  }

  private static int status(StepView step) {
    return step.differs() ? PalimpsestCommandLine.NO : 0;
  }
}
