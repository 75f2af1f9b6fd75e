package org.palimpsest.app.cli;

import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "release", description = "Let a report that was reviewed leave the laboratory.")
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Parameters(index = "1", paramLabel = "ID", description = "Of the report (P1, …).")
  private String report;

  private final Terminal terminal;
  private final Workbench workbench;

  ReleaseCommand(Terminal terminal, Workbench workbench) {
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
                workbench.reviewCase().release(file, report), report + " is released"));
  }
}
