package org.palimpsest.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A name over several commands; alone it is a usage error. */
@Command(mixinStandardHelpOptions = true)
final class Group implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), spec.name() + " needs one of " + spec.subcommands().keySet());
  }
}
