package org.palimpsest.app.cli;

import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "dismiss", description = "End the use of a person's key in a case.")
final class CaseDismissCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(names = "--name", required = true, description = "Of the person, or a key's ID.")
  private String name;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseDismissCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      LedgerEntry entry = workbench.admitPerson().dismiss(file, name, reason);
      file.anchorProblem().ifPresent(terminal::note);
      CaseToWrite.print(terminal, output.json(), entry, name + " was dismissed");
    }
    return 0;
  }
}
