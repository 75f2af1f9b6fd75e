package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The case that a command continues, and who does. */
final class CaseToWrite {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the case.")
  private Path folder;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Whose key signs; the examiner's by default.")
  private String name;

  Path folder() {
    return folder;
  }

  CaseFile open(Workbench workbench, Terminal terminal) throws RefusedException, CaseException {
    return workbench.openCase().forWriting(folder, Optional.ofNullable(name), terminal);
  }

  /** Says what was entered. */
  static void print(Terminal terminal, boolean json, LedgerEntry entry, String line) {
    com.google.gson.JsonObject object = new com.google.gson.JsonObject();
    entry
        .body()
        .find("id")
        .ifPresent(id -> object.addProperty("id", org.palimpsest.app.words.JsonText.of(id)));
    object.addProperty("seq", entry.seq());
    object.addProperty("kind", entry.kind());
    terminal.result(json, object, java.util.List.of("entry " + entry.seq() + "  " + line));
  }
}
