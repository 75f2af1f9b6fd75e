package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.IssueReport;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Issue the report of a case.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(
      names = "--out",
      paramLabel = "FILE.pdf",
      required = true,
      description = "A file that does not exist yet, outside the case.")
  private Path out;

  @Option(
      names = "--preview",
      description = "Only write what would be issued, marked so; nothing is entered.")
  private boolean preview;

  private final Terminal terminal;
  private final Workbench workbench;

  ReportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      if (preview) {
        workbench.issueReport().preview(file, out);
        JsonObject json = new JsonObject();
        json.addProperty("file", out.toString());
        json.addProperty("preview", true);
        terminal.result(output.json(), json, List.of("preview  " + out));
        return 0;
      }
      IssueReport.Issued issued = workbench.issueReport().run(file, out);
      file.anchorProblem().ifPresent(terminal::note);
      JsonObject json = new JsonObject();
      json.addProperty("id", issued.id());
      json.addProperty("seq", issued.seq());
      json.addProperty("sha256", issued.blob().sha256().hex());
      json.addProperty("file", out.toString());
      String line =
          String.format(
              "%s  %s (entry %d)  %s",
              issued.id(), out, issued.seq(), issued.blob().sha256().hex());
      terminal.result(output.json(), json, List.of(line));
    }
    return 0;
  }
}
