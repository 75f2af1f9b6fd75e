package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.evaluation.Wire;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.wire.Wires;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("an evaluation over several wires")
final class WiresTest {
  /** Leaves 8 of the 16 bits. */
  private record EightBitWire() implements Wire {
    @Override
    public String id() {
      return "pcm8";
    }

    @Override
    public String words() {
      return "a file of 8 bits";
    }

    @Override
    public AudioClip carry(AudioClip sent) {
      float[] samples = sent.toArray();
      for (int i = 0; i < samples.length; i++) {
        samples[i] = Pcm16.round(Math.rint(samples[i] * 128) / 128);
      }
      return AudioClip.of(samples, sent.rate());
    }
  }

  @TempDir private static Path folder;
  private static Path out;
  private static Evaluation evaluation;

  @BeforeAll
  static void overTwoWires() throws Exception {
    out = folder.resolve("out");
    InferenceEngine engine = new InferenceEngine();
    EvaluateProtection evaluate =
        new EvaluateProtection(
            engine,
            new ModelCatalogue(List.of(Bench.SHIPPED)),
            new PackageCheck(engine),
            new RecordingReader(),
            () -> JsonObject.empty().with("program", "test"),
            List.of(new EightBitWire()));
    EvaluationRequest request =
        new EvaluationRequest(
            SmallData.make(folder.resolve("data"), 2, 2, 2.1),
            List.of("ssed-protector"),
            List.of("palimpsest-encoder"),
            List.of(),
            List.of("learned-remover"),
            List.of("all"),
            OptionalInt.empty(),
            1,
            Optional.of(out),
            1,
            "a test");
    evaluation = evaluate.run(request, Progress.NONE, Cancellation.NEVER);
  }

  private static double snr(String wire, String condition) {
    for (SignalRow row : evaluation.signals()) {
      if (row.wire().equals(wire) && row.condition().equals(condition)) {
        return row.figures().get(Figure.SNR).mean();
      }
    }
    throw new AssertionError("no row of " + wire + " and " + condition);
  }

  @Test
  @DisplayName("has rows for each, one after the other")
  void rowsForEach() {
    assertThat(evaluation.signals())
        .extracting(SignalRow::wire)
        .containsExactly(
            "pcm16", "pcm16", "pcm16", "pcm16", "pcm16", "pcm8", "pcm8", "pcm8", "pcm8", "pcm8");
    assertThat(evaluation.verification()).filteredOn(row -> row.wire().equals("pcm8")).hasSize(7);
    assertThat(evaluation.utterances()).hasSize(8);
    for (JsonElement row : evaluation.json().getAsJsonArray("signals")) {
      assertThat(row.getAsJsonObject().has("wire")).isTrue();
    }
  }

  @Test
  @DisplayName(
      "takes those that are asked for, in the order of the rows, and names them all in a refusal")
  void choice() throws Exception {
    WireChoice choice = new WireChoice(new Wires(new Ffmpeg(folder.resolve("ffmpeg"))).all());
    assertThat(choice.choose(List.of())).extracting(Wire::id).containsExactly("pcm16");
    assertThat(choice.choose(List.of("opus-24k", "mp3-64k", "opus-24k")))
        .extracting(wire -> wire.id().split("/", 2)[0])
        .containsExactly("mp3-64k", "opus-24k");
    assertThat(choice.choose(List.of("all"))).hasSize(9);
    assertThatThrownBy(() -> choice.choose(List.of("fax")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no wire \"fax\"; there are pcm16, mp3-64k, mp3-128k")
        .hasMessageNotContaining("\n");
  }

  @Test
  @DisplayName("restores what arrived: less well over a worse wire")
  void restoresWhatArrived() {
    assertThat(snr("pcm8", "adv")).isLessThan(snr("pcm16", "adv") - 1);
    assertThat(snr("pcm8", "rst learned-remover"))
        .isLessThan(snr("pcm16", "rst learned-remover") - 3);
  }

  @Test
  @DisplayName("keeps the results of each wire apart")
  void keptApart() throws Exception {
    try (Stream<Path> kept = Files.list(out.resolve("work"))) {
      assertThat(kept).hasSize(8);
    }
  }
}
