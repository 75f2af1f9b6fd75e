package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Prove what a model package states. Status 1: it does not hold.")
final class ModelVerifyCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "PKG", description = "Installed id, id@version, folder or zip.")
  private String reference;

  private final Terminal terminal;
  private final Workbench workbench;

  ModelVerifyCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    ModelPackage model = workbench.catalogue().open(reference);
    boolean all = true;
    for (PackageCheck.Result check : workbench.packageCheck().run(model)) {
      JsonObject json = new JsonObject();
      json.addProperty("package", model.reference());
      json.addProperty("check", check.name());
      json.addProperty("passed", check.passed());
      json.addProperty("detail", check.detail());
      String line =
          String.format(
              "%s  %-32s %s", check.passed() ? "ok    " : "FAILED", check.name(), check.detail());
      terminal.result(output.json(), json, List.of(line));
      all &= check.passed();
    }
    return all ? 0 : PalimpsestCommandLine.NO;
  }
}
