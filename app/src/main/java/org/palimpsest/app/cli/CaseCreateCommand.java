package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Make a case.")
final class CaseCreateCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "DIR", description = "Folder to make, by custom NAME.palimpsest.")
  private Path folder;

  @Option(names = "--title", required = true, description = "What the laboratory calls it.")
  private String title;

  @Option(names = "--authority", required = true, description = "Who ordered it, with reference.")
  private String authority;

  @Option(names = "--purpose", required = true, description = "What it is to find out.")
  private String purpose;

  @Option(
      names = "--examiner",
      required = true,
      description = "Whose key signs; made at first use.")
  private String examiner;

  @Option(names = "--time-zone", description = "In which times are shown, such as Europe/Berlin.")
  private String zone;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseCreateCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    CaseDescription description = new CaseDescription(title, authority, purpose, zone(), examiner);
    try (CaseFile file = workbench.openCase().create(folder, description, terminal)) {
      file.anchorProblem().ifPresent(terminal::note);
      JsonObject json = new JsonObject();
      json.addProperty("id", file.caseId().toString());
      json.addProperty("seq", 0);
      json.addProperty("folder", folder.toString());
      terminal.result(output.json(), json, List.of("case " + file.caseId() + " made in " + folder));
    }
    if (workbench.openCase().hasOpenKey(examiner)) {
      terminal.note("key not password-protected; set PALIMPSEST_KEY_PASSWORD before a first use");
    }
    return 0;
  }

  private ZoneId zone() throws RefusedException {
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new RefusedException(zone + ": not a time zone, such as Europe/Berlin or UTC", e);
    }
  }
}
