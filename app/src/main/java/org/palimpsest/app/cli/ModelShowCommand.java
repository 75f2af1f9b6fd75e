package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "What a model package says of itself.")
final class ModelShowCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "PKG", description = "Installed id, id@version, folder or zip.")
  private String reference;

  private final Terminal terminal;
  private final Workbench workbench;

  ModelShowCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    ModelPackage model = workbench.catalogue().open(reference);
    JsonObject json = new JsonObject();
    json.addProperty("id", model.id());
    json.addProperty("version", model.version());
    json.addProperty("kind", model.kind().id());
    json.addProperty("sha256", model.sha256());
    json.addProperty("licence", model.licence());
    json.addProperty("alignment", model.alignment());
    json.addProperty("context", context(model));
    json.addProperty("selfTest", model.hasSelfTest());
    model.protector().ifPresent(p -> json.addProperty("protector", p));
    JsonObject metrics = new JsonObject();
    model.metrics().forEach(metrics::addProperty);
    json.add("metrics", metrics);
    List<String> lines = new ArrayList<>();
    json.entrySet().stream()
        .filter(e -> e.getValue().isJsonPrimitive())
        .forEach(e -> lines.add(String.format("%-12s %s", e.getKey(), e.getValue().getAsString())));
    model.metrics().forEach((name, value) -> lines.add(String.format("  %-40s %s", name, value)));
    terminal.result(output.json(), json, lines);
    return 0;
  }

  private static String context(ModelPackage model) {
    return model.context().isPresent() ? Integer.toString(model.context().getAsInt()) : "global";
  }
}
