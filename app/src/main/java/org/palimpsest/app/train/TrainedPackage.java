package org.palimpsest.app.train;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.inference.PackageFiles;
import org.palimpsest.evidence.files.DurableFile;
import org.palimpsest.evidence.format.Sha256;

/**
 * Makes a model package of what the trainer left. It is proven in memory by the product's own
 * check, ONNX Runtime against PyTorch's golden vector, before a file of it is written.
 */
final class TrainedPackage {
  static final String LICENCE =
      "not for redistribution, unless the speech it was trained on allows it";

  private final PackageCheck check;
  private final Path out;
  private final PackageName name;
  private final ModelPackage protector;

  TrainedPackage(PackageCheck check, Path out, PackageName name, ModelPackage protector) {
    this.check = check;
    this.out = out;
    this.name = name;
    this.protector = protector;
  }

  Path folder() {
    return out.resolve("package");
  }

  /** The finished package, if there is one. */
  Optional<ModelPackage> find() throws RefusedException {
    return Files.exists(folder()) ? Optional.of(ModelPackage.open(folder())) : Optional.empty();
  }

  ModelPackage make(Identity identity, Pairs pairs) throws RefusedException {
    Path result = out.resolve("work").resolve("result");
    try {
      JsonObject facts =
          JsonParser.parseString(Files.readString(result.resolve("result.json"))).getAsJsonObject();
      Map<String, byte[]> files = new TreeMap<>();
      byte[] graph = Files.readAllBytes(result.resolve("model.onnx"));
      files.put("model.onnx", graph);
      files.put("golden/in.f32", Files.readAllBytes(result.resolve("in.f32")));
      files.put("golden/out.f32", Files.readAllBytes(result.resolve("out.f32")));
      files.put("model.json", description(facts, identity, Sha256.hash(graph).hex()));
      String card = RemoverCard.of(name, protector, identity, pairs, facts);
      files.put("CARD.md", card.getBytes(StandardCharsets.UTF_8));
      ModelPackage model = ModelPackage.of(PackageFiles.of(files), name.reference());
      check.requireProven(model);
      write(files);
      return model;
    } catch (IOException e) {
      throw new RefusedException(
          out
              + ": the package cannot be written ("
              + e.getMessage()
              + "); the same command goes on",
          e);
    }
  }

  private byte[] description(JsonObject facts, Identity identity, String sha256) {
    JsonObject json = new JsonObject();
    json.addProperty("format", "palimpsest-model/1");
    json.addProperty("id", name.id());
    json.addProperty("version", name.version());
    json.addProperty("kind", "remover");
    json.addProperty("file", "model.onnx");
    json.addProperty("sha256", sha256);
    json.addProperty("engine", "OnnxRuntime");
    json.addProperty("sampleRate", 16_000);
    json.add("context", facts.get("context"));
    json.add("alignment", facts.get("alignment"));
    json.add("input", wave("waveform"));
    json.add("output", wave("perturbation"));
    json.addProperty("protector", protector.reference());
    json.addProperty("protectorSha256", protector.sha256());
    json.addProperty("licence", LICENCE);
    json.addProperty("redistribution", "forbidden");
    JsonArray speech = new JsonArray();
    speech.add("the examiner's own speech, list of files " + identity.facts().get("dataSha256"));
    json.add("trainedOn", speech);
    JsonObject metrics = new JsonObject();
    metrics.add(TrainedRemover.PROTECTED, facts.get("protectedSnrDb"));
    metrics.add(TrainedRemover.RESTORED, facts.get("restoredSnrDb"));
    metrics.addProperty("training.steps", facts.get("steps").getAsString());
    json.add("metrics", metrics);
    json.addProperty("card", "CARD.md");
    Map<String, String> golden = new LinkedHashMap<>();
    golden.put("input", "golden/in.f32");
    golden.put("output", "golden/out.f32");
    golden.put("tolerance", facts.get("tolerance").getAsString());
    json.add("golden", new Identity(golden).json());
    return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject wave(String name) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    JsonArray shape = new JsonArray();
    shape.add("batch");
    shape.add("samples");
    json.add("shape", shape);
    return json;
  }

  /** Whole or not at all: beside first, then its name. */
  private void write(Map<String, byte[]> files) throws IOException {
    Path draft = Files.createTempDirectory(out.resolve("work"), "package-");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = draft.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      DurableFile.write(path, file.getValue());
    }
    DurableFile.publish(draft, folder());
  }
}
