package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.JsonText;
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

  /**
   * What a command entered.
   *
   * @param entry as it is stored
   * @param line what it says, for people
   */
  record Entered(LedgerEntry entry, String line) {}

  /** Makes one entry. */
  @FunctionalInterface
  interface Act {
    Entered run(CaseFile file) throws RefusedException, CaseException;
  }

  /** Opens the case, makes an entry and says so. */
  int enter(Workbench workbench, Terminal terminal, boolean json, Act act)
      throws RefusedException, CaseException {
    try (CaseFile file = open(workbench, terminal)) {
      Entered entered = act.run(file);
      file.anchorProblem().ifPresent(terminal::note);
      print(terminal, json, entered);
    }
    return 0;
  }

  static void print(Terminal terminal, boolean json, Entered entered) {
    LedgerEntry entry = entered.entry();
    JsonObject object = new JsonObject();
    entry.body().find("id").ifPresent(id -> object.addProperty("id", JsonText.of(id)));
    object.addProperty("seq", entry.seq());
    object.addProperty("kind", entry.kind());
    terminal.result(json, object, List.of("entry " + entry.seq() + "  " + entered.line()));
  }
}
