package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonString;

@DisplayName("a replay")
final class ReplayStepTest extends WithCase {
  @BeforeEach
  void makeCase() throws Exception {
    bench.take(file, bench.protectedVoice("q.wav", 120, 1.5), ExhibitRole.QUESTIONED);
    bench.take(file, bench.path("original-of-q.wav"), ExhibitRole.KNOWN);
  }

  @Test
  @DisplayName("of an inversion, also a validated one, gives the same bytes and figures")
  void inversion() throws Exception {
    StepView restored = restore("inversion", Map.of("iterations", "12"), Optional.of("K1"));
    StepView replay = replay(restored.seq());
    assertThat(text(replay, "verdict")).isEqualTo("same-bytes");
    assertThat(text(replay, "comparedBy")).isEqualTo("bytes");
    assertThat(replay.differs()).isFalse();
    assertThat(replay.entry().body().object("replayed").string("id")).isEqualTo(restored.id());
    assertThat(replay.entry().is(EntryKind.REPLAY)).isTrue();
    assertThat(replay.step().inputs()).isEqualTo(restored.step().inputs());
  }

  @Test
  @DisplayName("of a remover and of a comparison gives the same, with the packages of then")
  void others() throws Exception {
    StepView removed = restore("learned-remover", Map.of(), Optional.empty());
    StepView compared =
        bench.perform(
            file,
            bench
                .workbench()
                .compareSpeakers()
                .plan(
                    file,
                    new CompareSpeakers.Request(removed.id(), List.of("K1"), Optional.empty())));
    assertThat(text(replay(removed.seq()), "verdict")).isEqualTo("same-bytes");
    assertThat(text(replay(compared.seq()), "verdict")).isEqualTo("same-bytes");
    assertThat(bench.workbench().replayStep().replayable(file))
        .containsExactly(removed.seq(), compared.seq());
  }

  @Test
  @DisplayName("of a step that did not apply does not apply again, for the same reason")
  void notApplicable() throws Exception {
    bench.take(file, bench.voice("short.wav", 120, 0.1), ExhibitRole.KNOWN);
    StepView compared =
        bench.perform(
            file,
            bench
                .workbench()
                .compareSpeakers()
                .plan(file, new CompareSpeakers.Request("Q1", List.of("K2"), Optional.empty())));
    assertThat(compared.step().outcome()).isEqualTo(StepOutcome.NOT_APPLICABLE);
    assertThat(text(replay(compared.seq()), "verdict")).isEqualTo("same-bytes");
  }

  @Test
  @DisplayName("that is cancelled is logged as such")
  void cancelled() throws Exception {
    StepView restored = restore("inversion", Map.of(), Optional.empty());
    StepView replay =
        bench
            .workbench()
            .runAnalysis()
            .run(
                file,
                bench.workbench().replayStep().plan(file, restored.seq()),
                (stage, fraction) -> {},
                () -> true);
    assertThat(replay.step().outcome()).isEqualTo(StepOutcome.CANCELLED);
    assertThat(replay.differs()).isFalse();
  }

  @Test
  @DisplayName("is refused for what is no step, and for a step whose bytes are gone")
  void refused() throws Exception {
    StepView restored = restore("learned-remover", Map.of(), Optional.empty());
    ReplayStep replays = bench.workbench().replayStep();
    for (long seq : new long[] {-1, 0, 1, 99}) {
      assertThatThrownBy(() -> replays.plan(file, seq))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("entry " + seq + " is no step");
    }
    Path model =
        file.blobs()
            .path(
                restored.entry().blobs().stream()
                    .filter(b -> b.role().equals("model"))
                    .findFirst()
                    .orElseThrow()
                    .blob()
                    .sha256());
    assertThat(model.toFile().setWritable(true)).isTrue();
    Files.write(model, new byte[] {1});
    assertThatThrownBy(() -> replays.plan(file, restored.seq()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("does not hold this package whole");
    assertThat(file.size()).isEqualTo(restored.seq() + 1);
  }

  private StepView restore(String method, Map<String, String> parameters, Optional<String> truth)
      throws Exception {
    RestoreSpeech.Request request =
        new RestoreSpeech.Request("Q1", method, Optional.of("ssed-protector"), parameters, truth);
    return bench.perform(file, bench.workbench().restoreSpeech().plan(file, request));
  }

  private StepView replay(long seq) throws Exception {
    return bench.perform(file, bench.workbench().replayStep().plan(file, seq));
  }

  private static String text(StepView step, String name) {
    JsonObject results = step.step().results();
    return ((JsonString) results.find(name).orElseThrow()).value();
  }
}
