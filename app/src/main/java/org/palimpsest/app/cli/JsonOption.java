package org.palimpsest.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of every command that has results. */
@Command(mixinStandardHelpOptions = true)
final class JsonOption {
  @Option(names = "--json", description = "Print one JSON object per result, and nothing else.")
  private boolean json;

  boolean json() {
    return json;
  }
}
