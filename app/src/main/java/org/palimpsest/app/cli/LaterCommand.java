package org.palimpsest.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command of the contract that this version does not have yet, and says so. */
@Command(hidden = true)
final class LaterCommand implements Callable<Integer> {
  static final List<String> NAMES = List.of("detect");

  @Parameters(arity = "0..*", hidden = true)
  private List<String> ignored;

  private final Terminal terminal;
  private final String name;

  LaterCommand(Terminal terminal, String name) {
    this.terminal = terminal;
    this.name = name;
  }

  @Override
  public Integer call() {
    terminal.note(name + " is not part of this version yet");
    return PalimpsestCommandLine.REFUSED;
  }
}
