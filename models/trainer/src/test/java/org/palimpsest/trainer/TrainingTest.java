package org.palimpsest.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.inference.PackageFiles;

@DisplayName("a training")
final class TrainingTest {
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;

  @Test
  @DisplayName("that was broken off goes on to the very values of one that was not")
  void goesOn() throws Exception {
    TrainingFolder whole = new TrainingFolder(folder.resolve("whole"));
    train(whole, NEVER);
    TrainingFolder broken = new TrainingFolder(folder.resolve("broken"));
    breakOff(broken, 3, NEVER); // no checkpoint yet: all over again
    breakOff(broken, 3, Duration.ZERO); // step 2 is kept, report 3 is made again
    breakOff(broken, 6, Duration.ZERO); // step 5 is kept
    train(broken, Duration.ZERO);
    for (String file : new String[] {"work/result/model.onnx", "training.jsonl", "training.svg"}) {
      assertThat(broken.path().resolve(file)).hasSameBinaryContentAs(whole.path().resolve(file));
    }
    assertThat(Files.readAllLines(whole.path().resolve("training.jsonl"))).hasSize(3);
  }

  @Test
  @DisplayName("makes a remover that takes most of a simple protector off recordings held back")
  void learns() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    training.with("steps", 300).with("batch", 4).with("reportEvery", 100);
    train(training, NEVER);
    JsonObject result = result(training);
    assertThat(result.get("restoredSnrDb").getAsDouble())
        .isGreaterThan(result.get("protectedSnrDb").getAsDouble() + 3);
    assertThat(result.get("trainingLossDb").getAsDouble()).isLessThan(-3);
  }

  @Test
  @DisplayName("leaves a graph that passes the product's own check as a package")
  void givesPackage() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    train(training, NEVER);
    ModelPackage model = asPackage(training);
    assertThat(new PackageCheck(new InferenceEngine()).run(model))
        .hasSize(3)
        .allMatch(PackageCheck.Result::passed);
    assertThat(model.hasSelfTest()).isTrue();
  }

  @Test
  @DisplayName("draws its curve as well-formed SVG")
  void drawsCurve() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    train(training, NEVER);
    String name =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("training.svg").toFile())
            .getDocumentElement()
            .getTagName();
    assertThat(name).isEqualTo("svg");
  }

  @Test
  @DisplayName("starts from another's values where they are of the same graph")
  void startsFromAnother() throws Exception {
    TrainingFolder first = new TrainingFolder(folder.resolve("first"));
    train(first, NEVER);
    TrainingFolder second = new TrainingFolder(folder.resolve("second"));
    second.with("start", "x").with("steps", 1).with("rate", "0");
    Path model = first.work().resolve("result").resolve("model.onnx");
    Files.copy(model, second.work().resolve("start.onnx"));
    train(second, NEVER);
    assertThat(second.work().resolve("result").resolve("model.onnx")).hasSameBinaryContentAs(model);
  }

  @Test
  @DisplayName("refuses, in one line, what it cannot train")
  void refuses() throws Exception {
    TrainingFolder other = new TrainingFolder(folder.resolve("graph")).with("start", "x");
    Files.write(other.work().resolve("start.onnx"), "no graph".getBytes(StandardCharsets.UTF_8));
    refused(other, "not an ONNX graph");
    refused(new TrainingFolder(folder.resolve("format")).with("format", "x/9"), "versions");
    refused(new TrainingFolder(folder.resolve("rate")).with("rate", "1e30"), "no number at step");
    TrainingFolder gone = new TrainingFolder(folder.resolve("gone"));
    Files.delete(gone.work().resolve("pairs").resolve(String.format("%064x", 5) + ".s16"));
    refused(gone, "cannot be read");
    TrainingFolder changed = new TrainingFolder(folder.resolve("changed"));
    train(changed, NEVER);
    refused(changed.with("seed", 9), "of another training");
  }

  @Test
  @DisplayName("that cannot write says so and keeps what it has")
  void cannotWrite() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    breakOff(training, 6, Duration.ZERO);
    byte[] kept = Files.readAllBytes(training.work().resolve("checkpoint"));
    Path obstacle = Files.createDirectory(training.work().resolve(".checkpoint.incoming"));
    refused(training, "checkpoint: cannot be written");
    assertThat(Files.readAllBytes(training.work().resolve("checkpoint"))).isEqualTo(kept);
    Files.delete(obstacle);
    train(training, NEVER);
    assertThat(result(training).get("steps").getAsInt()).isEqualTo(8);
  }

  private static void train(TrainingFolder training, Duration between) throws Exception {
    new Training(training.path(), between, line -> {}).run();
  }

  /** As if the process were ended when the report of a step has just been made. */
  private static void breakOff(TrainingFolder training, int step, Duration between) {
    Training doomed =
        new Training(
            training.path(),
            between,
            line -> {
              if (line.startsWith("step " + step + " ")) {
                throw new IllegalStateException("ended");
              }
            });
    assertThatThrownBy(doomed::run).hasMessage("ended");
  }

  private static void refused(TrainingFolder training, String why) {
    assertThatThrownBy(() -> train(training, Duration.ZERO))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining(why)
        .message()
        .hasLineCount(1);
  }

  private static JsonObject result(TrainingFolder training) throws Exception {
    return JsonParser.parseString(
            Files.readString(training.work().resolve("result").resolve("result.json")))
        .getAsJsonObject();
  }

  private static ModelPackage asPackage(TrainingFolder training) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    Path result = training.work().resolve("result");
    for (String name : new String[] {"model.onnx", "in.f32", "out.f32"}) {
      files.put(name, Files.readAllBytes(result.resolve(name)));
    }
    JsonObject json = result(training);
    JsonObject golden = new JsonObject();
    golden.addProperty("input", "in.f32");
    golden.addProperty("output", "out.f32");
    golden.add("tolerance", json.get("tolerance"));
    json.add("golden", golden);
    json.addProperty("format", "palimpsest-model/1");
    json.addProperty("id", "trained");
    json.addProperty("version", "1");
    json.addProperty("kind", "remover");
    json.addProperty("file", "model.onnx");
    json.addProperty("sha256", sha256(files.get("model.onnx")));
    json.addProperty("engine", "OnnxRuntime");
    json.addProperty("sampleRate", 16000);
    json.add("input", wave("waveform"));
    json.add("output", wave("perturbation"));
    json.addProperty("licence", "none");
    files.put("model.json", json.toString().getBytes(StandardCharsets.UTF_8));
    return ModelPackage.of(PackageFiles.of(files), "trained");
  }

  private static JsonObject wave(String name) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.add("shape", new JsonArray());
    return json;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
