package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.ui.WorkbenchWindow;
import org.palimpsest.app.ui.state.Look;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "picture",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Opens the window on a case and saves a picture of it: for the documentation.")
final class PictureCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the case.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "FILE.png")
  private Path file;

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      defaultValue = "dark",
      description = "dark, light or contrast.")
  private String theme;

  private final Terminal terminal;
  private final Workbench workbench;

  PictureCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    return WorkbenchWindow.picture(workbench, folder, Look.of(theme), file, terminal.err());
  }
}
