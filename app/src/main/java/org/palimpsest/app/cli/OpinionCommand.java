package org.palimpsest.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.StateOpinion;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "opinion", description = "Enter what the examiner believes, apart from results.")
final class OpinionCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(names = "--about", paramLabel = "ID", description = "Exhibits, steps or reports.")
  private List<String> about = new ArrayList<>();

  @Option(names = "--text", required = true, description = "The opinion, in words.")
  private String text;

  @Option(names = "--replaces", paramLabel = "ID", description = "An earlier opinion.")
  private String replaces;

  private final Terminal terminal;
  private final Workbench workbench;

  OpinionCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    StateOpinion.Opinion opinion =
        new StateOpinion.Opinion(about, text, Optional.ofNullable(replaces));
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file -> {
          LedgerEntry entry = workbench.stateOpinion().run(file, opinion);
          return new CaseToWrite.Entered(entry, entry.body().string("id") + "  " + text);
        });
  }
}
