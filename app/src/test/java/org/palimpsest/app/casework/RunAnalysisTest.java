package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.AnalysisPlan;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a step that runs")
final class RunAnalysisTest {
  @TempDir private Path folder;
  private Bench bench;
  private Exhibit exhibit;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  private CaseFile caseWithExhibit() throws Exception {
    CaseFile file = bench.newCase("a.palimpsest");
    ImportRecording importer = bench.workbench().importRecording();
    ImportRecording.Request request =
        new ImportRecording.Request(
            bench.protectedVoice("q.wav", 120, 1.5),
            ExhibitRole.QUESTIONED,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            false);
    exhibit = importer.run(file, importer.accept(request));
    return file;
  }

  private PlannedStep step(PlannedStep.Work work) {
    Artifact input = new Artifact(exhibit.id(), exhibit.blob().sha256());
    AnalysisPlan plan =
        new AnalysisPlan(
            "trial", "1", new java.util.TreeMap<>(), List.of(input.sha256().hex()), List.of());
    return new PlannedStep(EntryKind.RESTORATION, "R", plan, List.of(input), List.of(), work);
  }

  private StepView run(CaseFile file, PlannedStep step) throws Exception {
    return bench.workbench().runAnalysis().run(file, step, Progress.NONE, Cancellation.NEVER);
  }

  @Test
  @DisplayName("leaves exactly one entry however it ends, with the reason")
  void oneEntryEach() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      StepView failed =
          run(file, step((p, c) -> new Outcome.Failed<>(Outcome.Cause.DEFECT, "it broke")));
      assertThat(failed.step().outcome()).isEqualTo(StepOutcome.FAILED);
      assertThat(failed.message()).contains("it broke");
      assertThat(failed.entry().body().string("cause")).isEqualTo("defect");
      StepView cancelled = run(file, step((p, c) -> new Outcome.Cancelled<>()));
      assertThat(cancelled.step().outcome()).isEqualTo(StepOutcome.CANCELLED);
      StepView not = run(file, step((p, c) -> new Outcome.NotApplicable<>("too short")));
      assertThat(not.step().outcome()).isEqualTo(StepOutcome.NOT_APPLICABLE);
      assertThat(List.of(failed.id(), cancelled.id(), not.id())).containsExactly("R1", "R2", "R3");
      assertThat(file.size()).isEqualTo(5);
      assertThat(CaseView.of(file).restorationsOf("Q1")).hasSize(3);
    }
  }

  @Test
  @DisplayName("keeps its input, its output and every file of its model packages as blobs")
  void keepsWhatItUsed() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              "Q1",
              "inversion",
              Optional.of("ssed-protector"),
              Map.of("iterations", "3"),
              Optional.empty());
      StepView step = run(file, bench.workbench().restoreSpeech().plan(file, request));
      assertThat(step.completed()).isTrue();
      Set<String> roles = new HashSet<>();
      for (BlobUse use : step.entry().blobs()) {
        roles.add(use.role());
        file.blobs().check(use.blob().sha256());
      }
      assertThat(roles).containsExactlyInAnyOrder("input", "output", "model");
      assertThat(step.step().plan().object("parameters").string("iterations")).isEqualTo("3");
      assertThat(step.step().models()).hasSize(3);
      assertThat(step.step().environment().string("engine")).contains("OnnxRuntime", "DJL");
      for (JsonObject source : step.entry().body().array("packages").objects()) {
        assertThat(source.array("files").objects())
            .extracting(f -> f.string("name"))
            .contains("model.json", "model.onnx", "CARD.md");
      }
    }
  }

  @Test
  @DisplayName("gives the same bytes when it runs again")
  void isReproducible() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              "Q1", "inversion", Optional.of("ssed-protector"), Map.of(), Optional.empty());
      StepView first = run(file, bench.workbench().restoreSpeech().plan(file, request));
      StepView second = run(file, bench.workbench().restoreSpeech().plan(file, request));
      assertThat(second.output().orElseThrow().sha256())
          .isEqualTo(first.output().orElseThrow().sha256());
      assertThat(second.id()).isNotEqualTo(first.id());
    }
  }

  @Test
  @DisplayName("can be cancelled on its way, and says so")
  void canBeCancelled() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      RestoreSpeech.Request request =
          new RestoreSpeech.Request(
              "Q1", "inversion", Optional.of("ssed-protector"), Map.of(), Optional.empty());
      PlannedStep plan = bench.workbench().restoreSpeech().plan(file, request);
      StepView step = bench.workbench().runAnalysis().run(file, plan, Progress.NONE, () -> true);
      assertThat(step.step().outcome()).isEqualTo(StepOutcome.CANCELLED);
      assertThat(step.output()).isEmpty();
      assertThatThrownBy(() -> bench.workbench().sounds().load(file, step.id()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("cancelled");
    }
  }

  @Test
  @DisplayName("gets an id of its own when several run at once")
  void severalAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (CaseFile file = caseWithExhibit()) {
      List<Future<StepView>> running = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        running.add(pool.submit(() -> run(file, step((p, c) -> new Outcome.Cancelled<>()))));
      }
      Set<String> ids = new HashSet<>();
      for (Future<StepView> step : running) {
        ids.add(step.get().id());
      }
      assertThat(ids).hasSize(12);
      assertThat(file.size()).isEqualTo(14);
    } finally {
      pool.shutdown();
    }
    assertThat(
            bench
                .workbench()
                .checkCase()
                .verify(bench.path("a.palimpsest"), Optional.empty())
                .findings())
        .isEmpty();
  }

  @Test
  @DisplayName("does not start on bytes that were changed in the case")
  void refusesChangedBytes() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      Path blob = file.blobs().path(exhibit.blob().sha256());
      byte[] bytes = java.nio.file.Files.readAllBytes(blob);
      bytes[1000] ^= 1;
      assertThat(blob.toFile().setWritable(true)).isTrue();
      java.nio.file.Files.write(blob, bytes);
      assertThatThrownBy(() -> bench.workbench().sounds().load(file, "Q1"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("Q1");
    }
  }

  @Test
  @DisplayName("measures against a known original where there is one, of the same length only")
  void measuresAgainstTheOriginal() throws Exception {
    try (CaseFile file = caseWithExhibit()) {
      ImportRecording importer = bench.workbench().importRecording();
      for (double seconds : new double[] {1.5, 1.0}) {
        importer.run(
            file,
            importer.accept(
                new ImportRecording.Request(
                    bench.voice("original" + seconds + ".wav", 120, seconds),
                    ExhibitRole.KNOWN,
                    Optional.of("the original"),
                    Optional.empty(),
                    OptionalInt.empty(),
                    false)));
      }
      StepView step = run(file, bench.workbench().restoreSpeech().plan(file, withOriginal("K1")));
      double before = Double.parseDouble(step.figures().get("exhibitSnrToOriginalDb"));
      double after = Double.parseDouble(step.figures().get("restoredSnrToOriginalDb"));
      assertThat(after).isGreaterThan(before);
      assertThat(step.figures()).containsKey("bitExactShare");
      assertThatThrownBy(() -> bench.workbench().restoreSpeech().plan(file, withOriginal("K2")))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("length");
    }
  }

  private static RestoreSpeech.Request withOriginal(String id) {
    return new RestoreSpeech.Request(
        "Q1", "inversion", Optional.of("ssed-protector"), Map.of(), Optional.of(id));
  }
}
