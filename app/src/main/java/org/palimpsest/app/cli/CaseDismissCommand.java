package org.palimpsest.app.cli;

import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
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
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file ->
            new CaseToWrite.Entered(
                workbench.admitPerson().dismiss(file, name, reason), name + " was dismissed"));
  }
}
