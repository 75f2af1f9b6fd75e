package org.palimpsest.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;

@DisplayName("training a remover")
final class TrainRemoverTest {
  @TempDir private Path folder;
  private final InferenceEngine engine = new InferenceEngine();
  private final List<String> heard = new ArrayList<>();
  private Bench bench;
  private Path data;
  private Path imported;

  @BeforeEach
  void speakAndImport() throws IOException {
    bench = new Bench(folder);
    data = Files.createDirectories(folder.resolve("sp\u00e9ech").resolve("a")).getParent();
    Voice.write(Voice.speak(110, 2.5), data.resolve("one.wav"));
    Voice.write(Voice.speak(140, 2.1), data.resolve("a").resolve("two.wav"));
    Files.copy(data.resolve("one.wav"), data.resolve("a").resolve("the same as one.wav"));
    Voice.write(Voice.speak(170, 1.0), data.resolve("short.wav"));
    Files.writeString(data.resolve("notes.txt"), "no sound");
    Files.writeString(data.resolve(".hidden"), "not even seen");
    imported = folder.resolve("imported");
    Bench.copyFolder(Bench.shipped("ssed-protector"), imported);
    Path description = imported.resolve("model.json");
    Files.writeString(
        description,
        Files.readString(description)
            .replace("\"ssed-protector\"", "\"imported\"")
            .replace("\"" + Bench.version("ssed-protector") + "\"", "\"2.0\""));
  }

  @Test
  @DisplayName("ends in a proven package of that protector, which can be installed")
  void makesPackage() throws Exception {
    TrainedRemover trained = train("works", request(1));
    assertThat(trained.isNew()).isTrue();
    assertThat(trained.restoredSnrDb()).isEqualTo(44.2);
    ModelPackage model = ModelPackage.open(trained.folder());
    assertThat(model.reference()).isEqualTo("imported-remover@1.0.0");
    assertThat(model.protector()).contains("imported@2.0");
    assertThat(new PackageCheck(engine).run(model)).allMatch(PackageCheck.Result::passed);
    assertThat(Files.readString(trained.folder().resolve("CARD.md")))
        .contains("imported@2.0", "1 files to learn from, 1 held back", "seed 1", "29.10", "44.20");
    assertThat(Files.readString(trained.folder().resolve("model.json")))
        .contains("not for redistribution", ModelPackage.open(imported).sha256());
    assertThat(bench.run("model", "import", trained.folder().toString()).status()).isZero();
    assertThat(bench.workbench().catalogue().newest(ModelKind.REMOVER, Optional.of("imported@2.0")))
        .map(ModelPackage::reference)
        .contains("imported-remover@1.0.0");
    assertThat(heard)
        .anyMatch(line -> line.startsWith("step 1 of 1"))
        .anyMatch(line -> line.contains("short.wav: shorter than 2 s"))
        .anyMatch(line -> line.contains("notes.txt"))
        .noneMatch(line -> line.contains(".hidden"));
    try (Stream<Path> pairs = Files.list(out().resolve("work").resolve("pairs"))) {
      assertThat(pairs).as("speech left behind").isEmpty();
    }
  }

  @Test
  @DisplayName("hands the trainer whole recordings as the protector would have them, once each")
  void makesPairs() throws Exception {
    assertThatThrownBy(() -> train("refuses", request(1))).hasMessageContaining("damaged");
    JsonObject plan =
        JsonParser.parseString(Files.readString(out().resolve("work").resolve("plan.json")))
            .getAsJsonObject();
    JsonArray pairs = plan.getAsJsonArray("training").deepCopy();
    pairs.addAll(plan.getAsJsonArray("validation"));
    assertThat(pairs).hasSize(2);
    int one = pairs.get(0).getAsJsonObject().get("samples").getAsInt() == 40_000 ? 0 : 1;
    String hash = pairs.get(one).getAsJsonObject().get("sha256").getAsString();
    AudioClip clean = Voice.speak(110, 2.5);
    AudioClip exhibit = new Protection(engine).apply(ModelPackage.open(imported), clean);
    ByteBuffer expected = ByteBuffer.allocate(4 * 40_000).order(ByteOrder.LITTLE_ENDIAN);
    for (AudioClip clip : List.of(clean, exhibit)) {
      for (int i = 0; i < 40_000; i++) {
        expected.putShort(Pcm16.code(clip.at(i)));
      }
    }
    assertThat(out().resolve("work").resolve("pairs").resolve(hash + ".s16"))
        .hasBinaryContent(expected.array());
  }

  @Test
  @DisplayName("goes on after whatever ended it, and is done once")
  void goesOn() throws Exception {
    refused("refuses", request(1), out() + ": work/checkpoint: damaged");
    refused("is killed", request(1), "ended from outside (status 137); the same command goes on");
    assertThatThrownBy(() -> train("fails", request(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
    assertThat(out().resolve("package")).doesNotExist();
    assertThat(train("works", request(1)).isNew()).isTrue();
    assertThat(train("fails", request(1)).isNew()).isFalse();
  }

  @Test
  @DisplayName("leaves no package where ONNX Runtime does not give the trainer's output")
  void provesPackage() throws Exception {
    refused("lies", request(1), "golden vector does not hold");
    assertThat(out().resolve("package")).doesNotExist();
  }

  @Test
  @DisplayName("can be cancelled")
  void isCancelled() throws Exception {
    Cancellation whenTraining = () -> heard.stream().anyMatch(line -> line.startsWith("step"));
    TrainRemover training = training("goes on");
    assertThatThrownBy(() -> training.run(request(1), heard::add, whenTraining))
        .isInstanceOf(CancelledException.class);
    assertThat(train("works", request(1)).isNew()).isTrue();
  }

  @Test
  @DisplayName("does not mix with another training in the same folder")
  void keepsApart() throws Exception {
    refused("refuses", request(1), "damaged");
    refused("works", request(2), "holds another training (seed 1, here 2); choose another --out");
    Voice.write(Voice.speak(210, 2.2), data.resolve("more.wav"));
    refused("works", request(1), "holds another training (dataSha256");
    try (OutFolder held = OutFolder.open(out(), data)) {
      assertThat(held.path()).isEqualTo(out());
      refused("works", request(1), "another process trains in it");
    }
  }

  @Test
  @DisplayName("refuses, in one line, what is no protector, no speech or no place")
  void refusesBadInput() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused("works", request("imported-from-nowhere", data, out()), "neither an installed");
    refused("works", request("ssed-remover", data, out()), "is a remover; --protector needs a");
    String protector = imported.toString();
    refused("works", request(protector, folder.resolve("none"), out()), "no such folder");
    refused("works", request(protector, empty, out()), "no files in it");
    Files.writeString(empty.resolve("text.wav"), "no sound");
    refused("works", request(protector, empty, out()), "0 usable recordings");
    refused("refuses", request(protector, data, out()), "damaged"); // the folder is free again
    refused("works", request(protector, data, data.resolve("out")), "lies inside --data");
    refused("works", request(protector, data, data.resolve("one.wav")), "not a folder");
    refused("works", request(protector, data, imported.resolve("model.json/x")), "model.json");
    TrainingRequest wrongStart =
        new TrainingRequest(
            protector, data, out(), Optional.of("ssed-protector"), Optional.empty(), 1, 1, 1, 1);
    refused("works", wrongStart, "is a protector; --from needs a remover");
    assertThat(bench.run("train-remover", "--protector", "x", "--data", "y", "--out", "z").err())
        .contains("the trainer is not installed; put the optional package there")
        .hasLineCount(1);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private TrainingRequest request(long seed) {
    return new TrainingRequest(
        imported.toString(), data, out(), Optional.empty(), Optional.empty(), 1, 1, seed, 1);
  }

  private static TrainingRequest request(String protector, Path data, Path out) {
    return new TrainingRequest(
        protector, data, out, Optional.empty(), Optional.empty(), 1, 1, 1, 1);
  }

  private TrainedRemover train(String behaviour, TrainingRequest request) throws Exception {
    return training(behaviour).run(request, heard::add, Cancellation.NEVER);
  }

  private TrainRemover training(String behaviour) throws IOException, RefusedException {
    return new TrainRemover(
        engine,
        new TrainingPackages(bench.workbench().catalogue(), new PackageCheck(engine)),
        new RecordingReader(),
        StandIn.that(folder.resolve("trainer that " + behaviour), behaviour),
        folder.resolve("cache"));
  }

  private void refused(String behaviour, TrainingRequest request, String why) {
    assertThatThrownBy(() -> train(behaviour, request))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why)
        .message()
        .hasLineCount(1);
  }
}
