package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.casework.DemoCase;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.ui.WorkbenchWindow;
import org.palimpsest.evidence.casefile.CaseException;
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
    return WorkbenchWindow.open(
        workbench, terminal, Optional.empty(), Optional.of(this::makeDemo), terminal.err());
  }

  private Path makeDemo() throws RefusedException, CaseException {
    Path folder = DemoCase.unusedFolder(Path.of(System.getProperty("user.home")));
    return workbench.demoCase().make(folder, Progress.NONE, Cancellation.NEVER).folder();
  }
}
