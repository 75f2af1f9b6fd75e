package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "info", description = "What a case is and holds.")
final class CaseInfoCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "DIR", description = "The folder of the case.")
  private Path folder;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseInfoCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = workbench.openCase().readOnly(folder)) {
      terminal.doubt(file);
      CaseDescription case0 = file.description();
      CaseView view = CaseView.of(file);
      boolean openKey = workbench.openCase().hasOpenKey(case0.examiner());
      JsonObject json = new JsonObject();
      json.addProperty("id", file.caseId().toString());
      json.addProperty("title", case0.title());
      json.addProperty("authority", case0.authority());
      json.addProperty("purpose", case0.purpose());
      json.addProperty("examiner", case0.examiner());
      json.addProperty("timeZone", case0.timeZone().getId());
      json.addProperty("entries", file.size());
      json.addProperty("exhibits", view.exhibits().size());
      json.addProperty("restorations", view.restorations().size());
      json.addProperty("comparisons", view.comparisons().size());
      json.addProperty("checkpoint", file.latestCheckpoint().note());
      json.addProperty("openKey", openKey);
      List<String> lines = new ArrayList<>();
      lines.add("title      " + case0.title());
      lines.add("case       " + file.caseId());
      lines.add("authority  " + case0.authority());
      lines.add("purpose    " + case0.purpose());
      lines.add(
          "examiner   " + case0.examiner() + (openKey ? " (key not password-protected)" : ""));
      lines.add("time zone  " + case0.timeZone().getId());
      lines.add("entries    " + file.size());
      view.exhibits().forEach(exhibit -> lines.add(line(view, exhibit)));
      terminal.result(output.json(), json, lines);
    }
    return 0;
  }

  private static String line(CaseView view, Exhibit exhibit) {
    int restorations = view.restorationsOf(exhibit.id()).size();
    return String.format(
        "%-10s %s, %s%s",
        exhibit.id(),
        exhibit.role().text(),
        exhibit.label(),
        restorations == 0 ? "" : ", restorations: " + restorations);
  }
}
