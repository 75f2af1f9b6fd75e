package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "The installed model packages.")
final class ModelListCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  private final Terminal terminal;
  private final Workbench workbench;

  ModelListCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    for (Path folder : workbench.catalogue().folders()) {
      ModelPackage model;
      try {
        model = workbench.catalogue().openInstalled(folder);
      } catch (RefusedException e) {
        terminal.note(e.getMessage());
        continue;
      }
      JsonObject json = new JsonObject();
      json.addProperty("id", model.id());
      json.addProperty("version", model.version());
      json.addProperty("kind", model.kind().id());
      json.addProperty("sha256", model.sha256());
      json.addProperty("licence", model.licence());
      json.addProperty("selfTest", model.hasSelfTest());
      String line =
          String.format(
              "%-28s %-16s %-12s %s",
              model.reference(),
              model.kind().id(),
              model.licence(),
              model.hasSelfTest() ? "" : "no self-test");
      terminal.result(output.json(), json, List.of(line.stripTrailing()));
    }
    return 0;
  }
}
