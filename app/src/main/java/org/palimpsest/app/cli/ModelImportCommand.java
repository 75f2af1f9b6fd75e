package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.InstalledPackages;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Install a model package for this user.")
final class ModelImportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "PATH", description = "A folder or zip.")
  private Path path;

  private final Terminal terminal;
  private final Workbench workbench;

  ModelImportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    InstalledPackages.Installed installed = workbench.installedPackages().install(path);
    ModelPackage model = installed.model().orElseThrow();
    Path folder = installed.folder();
    JsonObject json = new JsonObject();
    json.addProperty("id", model.id());
    json.addProperty("version", model.version());
    json.addProperty("sha256", model.sha256());
    json.addProperty("folder", folder.toString());
    terminal.result(output.json(), json, List.of(model.reference() + " installed in " + folder));
    if (!model.hasSelfTest()) {
      terminal.note(model.reference() + " has no self-test");
    }
    return 0;
  }
}
