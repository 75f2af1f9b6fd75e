package org.palimpsest.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.IssuedReport;
import org.palimpsest.evidence.entry.v1.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "info", description = "What a case is and holds.")
final class CaseInfoCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToRead target;

  private final Terminal terminal;
  private final Workbench workbench;

  CaseInfoCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
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
      json.add("people", people(file));
      json.add("reports", reports(file));
      List<String> lines = new ArrayList<>();
      lines.add("title      " + case0.title());
      lines.add("case       " + file.caseId());
      lines.add("authority  " + case0.authority());
      lines.add("purpose    " + case0.purpose());
      lines.add(
          "examiner   " + case0.examiner() + (openKey ? " (key not password-protected)" : ""));
      lines.add("time zone  " + case0.timeZone().getId());
      lines.add("entries    " + file.size());
      if (file.people().list().size() > 1) {
        file.people().list().stream()
            .map(p -> String.format("%-10s %s", p.role().text(), p.name()))
            .forEach(lines::add);
      }
      view.exhibits().forEach(exhibit -> lines.add(line(view, exhibit)));
      file.reports().list().stream()
          .map(r -> String.format("%-10s report, %s", r.name().id(), r.state().text()))
          .forEach(lines::add);
      terminal.result(output.json(), json, lines);
    }
    return 0;
  }

  private static JsonArray people(CaseFile file) {
    JsonArray people = new JsonArray();
    for (Person person : file.people().list()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", person.name());
      json.addProperty("role", person.role().text());
      json.addProperty("publicKey", person.key().base64());
      people.add(json);
    }
    return people;
  }

  private static JsonArray reports(CaseFile file) {
    JsonArray reports = new JsonArray();
    for (IssuedReport report : file.reports().list()) {
      JsonObject json = new JsonObject();
      json.addProperty("id", report.name().id());
      json.addProperty("sha256", report.name().sha256().hex());
      json.addProperty("state", report.state().text());
      reports.add(json);
    }
    return reports;
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
