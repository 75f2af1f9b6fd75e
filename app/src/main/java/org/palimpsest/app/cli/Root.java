package org.palimpsest.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.ui.WorkbenchWindow;
import picocli.CommandLine.Command;

@Command(
    name = "palimpsest",
    mixinStandardHelpOptions = true,
    description = "Restores protected speech and proves every step. Without a command: the window.")
final class Root implements Callable<Integer> {
  private final Terminal terminal;
  private final Workbench workbench;

  Root(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    return WorkbenchWindow.open(workbench, terminal, Optional.empty(), terminal.err());
  }
}
