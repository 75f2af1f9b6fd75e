package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.method.ModelUse;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.testing.Voice;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the plan of a restoration")
final class RestoreSpeechTest {
  @TempDir private Path folder;
  private Bench bench;
  private RestoreSpeech restorer;
  private CaseFile file;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    restorer = bench.workbench().restoreSpeech();
    file = bench.newCase("a");
    bench.take(file, bench.protectedVoice("q.wav", 120, 1), ExhibitRole.QUESTIONED);
  }

  @AfterEach
  void closeCase() throws Exception {
    file.close();
  }

  private PlannedStep plan(String subject, String method, String model, String... parameters)
      throws Exception {
    Map<String, String> told =
        parameters.length == 0 ? Map.of() : Map.of(parameters[0], parameters[1]);
    return restorer.plan(
        file,
        new RestoreSpeech.Request(
            subject, method, Optional.ofNullable(model), told, Optional.empty()));
  }

  private void refused(String method, String model, String words) {
    assertThatThrownBy(() -> plan("Q1", method, model))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
    assertThat(file.size()).isEqualTo(2);
  }

  private static String hash(String id) throws Exception {
    return org.palimpsest.evidence.format.Sha256.hash(
            Files.readAllBytes(Bench.shipped(id).resolve("model.onnx")))
        .hex();
  }

  @Test
  @DisplayName("needs a method that there is, and says which there are")
  void unknownMethod() {
    refused("magic", null, "there are inversion, learned-remover");
    refused("", null, "there are inversion, learned-remover");
    assertThat(restorer.methods()).containsExactly("inversion", "learned-remover");
  }

  @Test
  @DisplayName("of an inversion needs a protector: none, a remover or an encoder will not do")
  void inversionNeedsAProtector() {
    String needs = "inversion needs a package of kind protector, given with --protector; ";
    String installed = "; installed of that kind: " + Bench.reference("ssed-protector");
    refused("inversion", null, needs + "none is given" + installed);
    refused(
        "inversion",
        "ssed-remover",
        needs + Bench.reference("ssed-remover") + " is a remover" + installed);
    refused(
        "inversion",
        "palimpsest-encoder",
        needs + Bench.reference("palimpsest-encoder") + " is a speaker-encoder" + installed);
    refused("inversion", "absent", "neither an installed model package");
  }

  @Test
  @DisplayName("of a learned remover takes the installed one where none is named")
  void removerByDefault() throws Exception {
    PlannedStep step = plan("Q1", "learned-remover", null);
    assertThat(step.plan().models())
        .extracting(ModelUse::id)
        .containsExactly("ssed-remover", "palimpsest-encoder");
  }

  @Test
  @DisplayName("of a learned remover takes a remover, or the one of the protector that is named")
  void removerByName() throws Exception {
    PlannedStep byName = plan("Q1", "learned-remover", Bench.reference("ssed-remover"));
    PlannedStep byProtector = plan("Q1", "learned-remover", "ssed-protector");
    assertThat(byName.plan().models()).isEqualTo(byProtector.plan().models());
    assertThat(byName.plan().models()).extracting(ModelUse::id).contains("ssed-remover");
    assertThat(byName.plan().models()).extracting(ModelUse::id).doesNotContain("ssed-protector");
  }

  @Test
  @DisplayName("of a learned remover finds none that fits an encoder or a foreign protector")
  void noRemoverFits() throws Exception {
    refused(
        "learned-remover", "palimpsest-encoder", "needs a package of kind remover or protector");
    Path mine = bench.path("mine");
    Bench.copyFolder(Bench.shipped("ssed-protector"), mine);
    Path json = mine.resolve("model.json");
    Files.writeString(json, Files.readString(json).replace("\"ssed-protector\"", "\"mine\""));
    refused("learned-remover", mine.toString(), "needs a remover package; none fits");
  }

  @Test
  @DisplayName("states the channel and every model by the hash of its file, in order")
  void statesWhatDecides() throws Exception {
    AudioClip left = Voice.speak(150, 1);
    Path stereo = bench.channels("stereo.wav", 16_000, left, Voice.speak(120, 1));
    ImportRecording importer = bench.workbench().importRecording();
    importer.run(
        file,
        importer.accept(
            new ImportRecording.Request(
                stereo,
                ExhibitRole.QUESTIONED,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(2),
                false)));
    PlannedStep step = plan("Q2", "inversion", "ssed-protector");
    assertThat(step.kind()).isEqualTo(EntryKind.RESTORATION);
    assertThat(step.plan().parameters()).containsEntry("channel", "2");
    assertThat(plan("Q1", "inversion", "ssed-protector").plan().parameters())
        .containsEntry("channel", "1");
    assertThat(step.plan().models())
        .containsExactly(
            new ModelUse("ssed-protector", Bench.version("ssed-protector"), hash("ssed-protector")),
            new ModelUse("ssed-remover", Bench.version("ssed-remover"), hash("ssed-remover")),
            new ModelUse(
                "palimpsest-encoder",
                Bench.version("palimpsest-encoder"),
                hash("palimpsest-encoder")));
    assertThat(step.packages()).hasSameSizeAs(step.plan().models());
    assertThat(step.plan().inputs())
        .containsExactly(bench.workbench().sounds().hashOf(file, "Q2").hex());
  }

  @Test
  @DisplayName("states all parameters, those that were told over the defaults")
  void parameters() throws Exception {
    Map<String, String> defaults = restorer.defaults("inversion");
    PlannedStep step = plan("Q1", "inversion", "ssed-protector", "startNoise", "0.3");
    assertThat(step.plan().parameters()).containsEntry("startNoise", "0.3");
    assertThat(defaults).containsEntry("startNoise", "0.2");
    defaults.forEach(
        (name, value) -> {
          if (!name.equals("startNoise")) {
            assertThat(step.plan().parameters()).containsEntry(name, value);
          }
        });
    assertThat(step.plan().parameters()).hasSize(defaults.size() + 1);
    PlannedStep fromExhibit = plan("Q1", "inversion", "ssed-protector", "start", "exhibit");
    assertThat(fromExhibit.plan().models()).extracting(ModelUse::id).doesNotContain("ssed-remover");
  }

  @Test
  @DisplayName("refuses a parameter that its method does not have, or a senseless value")
  void wrongParameters() {
    List<List<String>> wrong =
        List.of(
            List.of("inversion", "channel", "2"),
            List.of("learned-remover", "iterations", "3"),
            List.of("inversion", "iterations", "0"),
            List.of("inversion", "iterations", "many"),
            List.of("inversion", "startNoise", "NaN"),
            List.of("inversion", "start", "zero"),
            List.of("learned-remover", "chunkSamples", "10"));
    for (List<String> one : wrong) {
      String model = one.get(0).equals("inversion") ? "ssed-protector" : null;
      assertThatThrownBy(() -> plan("Q1", one.get(0), model, one.get(1), one.get(2)))
          .as(one.toString())
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(one.get(1));
    }
    assertThat(file.size()).isEqualTo(2);
  }

  @Test
  @DisplayName("becomes an entry with the same parameters, inputs and models")
  void isRecorded() throws Exception {
    PlannedStep step = plan("Q1", "learned-remover", null, "chunkSamples", "16000");
    StepView done = bench.perform(file, step);
    assertThat(done.completed()).isTrue();
    JsonObject plan = done.step().plan();
    assertThat(plan.string("method")).isEqualTo("learned-remover");
    assertThat(plan.string("version")).isEqualTo(step.plan().version());
    assertThat(plan.object("parameters").string("chunkSamples")).isEqualTo("16000");
    assertThat(plan.object("parameters").members().keySet())
        .isEqualTo(step.plan().parameters().keySet());
    assertThat(plan.array("inputs").strings()).isEqualTo(step.plan().inputs());
    assertThat(plan.array("models").objects())
        .extracting(model -> model.string("sha256"))
        .containsExactly(hash("ssed-remover"), hash("palimpsest-encoder"));
  }

  @Test
  @DisplayName("goes on from a restoration, by the bytes that were stored")
  void restoresARestoration() throws Exception {
    StepView first = bench.perform(file, plan("Q1", "learned-remover", null));
    PlannedStep step = plan("R1", "learned-remover", null);
    assertThat(step.inputs()).containsExactly(first.output().orElseThrow());
    StepView second = bench.perform(file, step);
    assertThat(second.id()).isEqualTo("R2");
    assertThat(second.subject()).isEqualTo("R1");
    assertThat(second.output().map(Artifact::sha256))
        .isNotEqualTo(first.output().map(Artifact::sha256));
    assertThat(CaseView.of(file).restorationsOf("Q1")).containsExactly(first);
  }

  @Test
  @DisplayName("needs a subject, and an original, that are in the case")
  void unknownIds() {
    assertThatThrownBy(() -> plan("Q7", "learned-remover", null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no exhibit or restoration Q7");
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.of("K7"));
    assertThatThrownBy(() -> restorer.plan(file, request))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no exhibit or restoration K7");
  }
}
