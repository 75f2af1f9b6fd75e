package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.List;
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

  @Parameters(
      index = "1",
      paramLabel = "FILE.png",
      description = "What to write; with --screens a folder.")
  private Path file;

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      description = "dark, light or contrast; several with --screens.")
  private List<String> themes = List.of();

  @Option(names = "--screens", description = "Every screen; in every theme, if none is named.")
  private boolean screens;

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "Of everything on the screen, with --screens.")
  private int scale;

  private final Terminal terminal;
  private final Workbench workbench;

  PictureCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() {
    List<Look> looks = themes.stream().map(Look::of).toList();
    if (screens) {
      List<Look> seen = looks.isEmpty() ? List.of(Look.values()) : looks;
      return WorkbenchWindow.everyScreen(workbench, folder, seen, scale, file, terminal.err());
    }
    Look look = looks.stream().findFirst().orElse(Look.DARK);
    return WorkbenchWindow.picture(workbench, folder, look, file, terminal.err());
  }
}
