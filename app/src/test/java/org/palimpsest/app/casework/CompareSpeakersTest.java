package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a comparison of speakers")
final class CompareSpeakersTest extends WithCase {
  @BeforeEach
  void makeCase() throws Exception {
    bench.take(file, bench.voice("q.wav", 120, 1.5), ExhibitRole.QUESTIONED);
    bench.take(file, bench.voice("k1.wav", 210, 1.5), ExhibitRole.KNOWN);
    bench.take(file, bench.path("q.wav"), ExhibitRole.KNOWN);
    bench.take(file, bench.voice("k3.wav", 90, 1.2), ExhibitRole.KNOWN);
  }

  private PlannedStep plan(String encoder, String subject, String... known) throws Exception {
    return bench
        .workbench()
        .compareSpeakers()
        .plan(
            file,
            new CompareSpeakers.Request(subject, List.of(known), Optional.ofNullable(encoder)));
  }

  private StepView compare(String subject, String... known) throws Exception {
    return bench.perform(file, plan(null, subject, known));
  }

  private void refused(String words, String encoder, String subject, String... known) {
    assertThatThrownBy(() -> plan(encoder, subject, known))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
    assertThat(file.size()).isEqualTo(5);
  }

  private static double similarity(StepView step, String id) {
    return Double.parseDouble(step.figures().get("similarity " + id));
  }

  @Test
  @DisplayName("gives a similarity to each of several known recordings, 1 to an identical copy")
  void severalAtOnce() throws Exception {
    StepView step = compare("Q1", "K1", "K2", "K3");
    assertThat(step.completed()).isTrue();
    assertThat(step.id()).isEqualTo("C1");
    assertThat(step.subject()).isEqualTo("Q1");
    assertThat(step.others()).containsExactly("K1", "K2", "K3");
    assertThat(List.copyOf(step.figures().keySet()))
        .containsExactly("similarity K1", "similarity K2", "similarity K3");
    assertThat(similarity(step, "K2")).isEqualTo(1, within(1e-6));
    assertThat(similarity(step, "K1")).isBetween(-1.0, 0.999);
    assertThat(similarity(step, "K3")).isBetween(-1.0, 0.999);
  }

  @Test
  @DisplayName("does not depend on the order, on the company, or on who is the subject")
  void orderDoesNotMatter() throws Exception {
    StepView forth = compare("Q1", "K1", "K3");
    StepView back = compare("Q1", "K3", "K1");
    StepView alone = compare("Q1", "K3");
    assertThat(back.figures()).isEqualTo(forth.figures());
    assertThat(back.others()).containsExactly("K3", "K1");
    assertThat(alone.figures()).containsExactly(Map.entry("similarity K3", figure(forth, "K3")));
    assertThat(similarity(compare("K1", "K3"), "K3"))
        .isEqualTo(similarity(compare("K3", "K1"), "K1"), within(1e-6));
  }

  private static String figure(StepView step, String id) {
    return step.figures().get("similarity " + id);
  }

  @Test
  @DisplayName("counts a recording that is named twice once")
  void duplicatesCollapse() throws Exception {
    PlannedStep step = plan(null, "Q1", "K1", "K3", "K1");
    assertThat(step.inputs()).extracting(Artifact::id).containsExactly("Q1", "K1", "K3");
    assertThat(step.plan().inputs()).hasSize(3);
    assertThat(step.plan().parameters().keySet())
        .containsExactly("channel K1", "channel K3", "channel Q1");
  }

  @Test
  @DisplayName("needs an encoder that is installed and is one")
  void wrongEncoder() {
    refused("neither an installed model package", "absent", "Q1", "K1");
    refused("is a protector, not a speaker-encoder", "ssed-protector", "Q1", "K1");
    refused("is a remover, not a speaker-encoder", Bench.reference("ssed-remover"), "Q1", "K1");
  }

  @Test
  @DisplayName("takes the installed encoder by default, the same as by its name")
  void encoderByDefault() throws Exception {
    assertThat(plan("palimpsest-encoder", "Q1", "K1").plan())
        .isEqualTo(plan(null, "Q1", "K1").plan());
  }

  @Test
  @DisplayName("needs known recordings, other than the subject and none in question")
  void wrongRecordings() throws Exception {
    refused("at least one known recording", null, "Q1");
    refused("Q1 cannot be compared with itself", null, "Q1", "K1", "Q1");
    refused("Q1 is a questioned recording", null, "K1", "Q1");
    refused("no exhibit or restoration K9", null, "Q1", "K1", "K9");
    refused("no exhibit or restoration Q9", null, "Q9", "K1");
  }

  @Test
  @DisplayName("that reads a sound too short for a voice does not apply, and is logged")
  void tooShort() throws Exception {
    bench.take(file, bench.voice("short.wav", 120, 0.2), ExhibitRole.KNOWN);
    StepView step = compare("Q1", "K1", "K4");
    assertThat(step.step().outcome()).isEqualTo(StepOutcome.NOT_APPLICABLE);
    assertThat(step.message().orElseThrow()).startsWith("K4 is shorter than");
    assertThat(step.figures()).isEmpty();
    assertThat(file.size()).isEqualTo(7);
  }

  @Test
  @DisplayName("is logged as a step that keeps its encoder, file by file")
  void keepsTheEncoder() throws Exception {
    StepView step = compare("Q1", "K1");
    assertThat(step.entry().kind()).isEqualTo("comparison");
    assertThat(step.entry().step()).contains(step.step());
    assertThat(step.method()).isEqualTo("cosine-similarity");
    assertThat(step.step().outputs()).isEmpty();
    List<JsonObject> packages = step.entry().body().array("packages").objects();
    assertThat(packages).hasSize(1);
    assertThat(packages.get(0).string("id")).isEqualTo("palimpsest-encoder");
    Path encoder = Bench.shipped("palimpsest-encoder");
    List<JsonObject> files = packages.get(0).array("files").objects();
    assertThat(files).hasSameSizeAs(Bench.bytesOf(encoder).keySet());
    for (JsonObject kept : files) {
      Sha256 sha256 = new Sha256(kept.string("sha256"));
      assertThat(file.blobs().path(sha256))
          .hasSameBinaryContentAs(encoder.resolve(kept.string("name")));
      assertThat(step.entry().blobs())
          .filteredOn(use -> use.blob().sha256().equals(sha256))
          .extracting(BlobUse::role)
          .containsOnly("model");
    }
    assertThat(step.step().models())
        .singleElement()
        .satisfies(
            use ->
                assertThat(use.sha256())
                    .isEqualTo(Sha256.hash(Files.readAllBytes(encoder.resolve("model.onnx")))));
  }

  @Test
  @DisplayName("takes a restoration as its subject")
  void ofARestoration() throws Exception {
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            "Q1", "learned-remover", Optional.empty(), Map.of(), Optional.empty());
    StepView restored = bench.perform(file, bench.workbench().restoreSpeech().plan(file, request));
    StepView step = compare("R1", "K2");
    assertThat(step.step().inputs().get(0)).isEqualTo(restored.output().orElseThrow());
    assertThat(similarity(step, "K2")).isBetween(-1.0, 1.0);
  }
}
