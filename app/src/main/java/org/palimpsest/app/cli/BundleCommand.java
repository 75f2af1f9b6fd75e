package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.SealBundle;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.bundle.Bundle;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "bundle", description = "Seal a case that verifies in one file, to be handed out.")
final class BundleCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      required = true,
      description = "A file that does not exist yet, outside the case.")
  private Path out;

  private final Terminal terminal;
  private final Workbench workbench;

  BundleCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      SealBundle.Issued issued = workbench.sealBundle().run(file, out);
      file.anchorProblem().ifPresent(terminal::note);
      Bundle bundle = issued.bundle();
      JsonObject json = new JsonObject();
      json.addProperty("id", issued.id());
      json.addProperty("seq", issued.seq());
      json.addProperty("sha256", bundle.content().sha256().hex());
      json.addProperty("size", bundle.content().size());
      json.addProperty("checkpointSize", bundle.checkpointSize());
      json.addProperty("omitted", bundle.omitted());
      json.addProperty("file", out.toString());
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              "%s  %s (entry %d)  %s",
              issued.id(), out, issued.seq(), bundle.content().sha256().hex()));
      lines.add(
          String.format(
              "holds %s, %s",
              Count.of(bundle.checkpointSize(), "entry"),
              Count.of(bundle.content().size(), "byte")));
      if (bundle.omitted() > 0) {
        lines.add(
            String.format(
                "left out: %s of models that may not be passed on",
                Count.of(bundle.omitted(), "file")));
      }
      terminal.result(output.json(), json, lines);
    }
    return 0;
  }
}
