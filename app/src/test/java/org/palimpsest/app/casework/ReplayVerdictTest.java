package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the verdict on a replay")
final class ReplayVerdictTest extends WithCase {
  private StepView then;
  private AudioClip signal;
  private Confidence track;

  @BeforeEach
  void restore() throws Exception {
    bench.take(file, bench.protectedVoice("q.wav", 120, 1.5), ExhibitRole.QUESTIONED);
    RestoreSpeech.Request request =
        new RestoreSpeech.Request(
            "Q1", "inversion", Optional.of("ssed-protector"), Map.of(), Optional.empty());
    then = bench.perform(file, bench.workbench().restoreSpeech().plan(file, request));
    signal = bench.workbench().sounds().load(file, "R1").clip();
    track = bench.workbench().sounds().confidence(file, "R1").orElseThrow();
  }

  @Test
  @DisplayName("on the same processor is by bytes: one sample in one step is a difference")
  void bytes() {
    assertThat(verdict(here(), signal, new BitSet())).isEqualTo(ReplayVerdict.SAME);
    assertThat(verdict(here(), moved(100, 1), new BitSet())).isEqualTo(ReplayVerdict.DIFFERS);
    JsonObject results = then.step().results().with("forwardResidualDb", "-1");
    assertThat(text(run(here(), conclusion(results, signal, new BitSet())), "verdict"))
        .isEqualTo(ReplayVerdict.DIFFERS);
  }

  @Test
  @DisplayName("on another processor or engine is by figures, and says so")
  void figures() {
    for (String what : new String[] {"processor", "engine"}) {
      JsonObject elsewhere = here().with(what, "another");
      JsonObject results =
          run(elsewhere, conclusion(then.step().results(), moved(100, 1), new BitSet()));
      assertThat(text(results, "verdict")).isEqualTo(ReplayVerdict.WITHIN);
      assertThat(text(results, "comparedBy")).isEqualTo("figures");
      assertThat(text(results, "withinOneLsbShare")).isEqualTo("1");
      assertThat(text(results, "processorThen"))
          .isEqualTo(JsonText.of(here().find("processor").orElseThrow()));
    }
  }

  @Test
  @DisplayName("leaves out the windows that the method does not vouch for, and no others")
  void ambiguous() {
    BitSet first = new BitSet();
    first.set(0);
    JsonObject elsewhere = here().with("processor", "another");
    assertThat(verdict(elsewhere, moved(400, 9), first)).isEqualTo(ReplayVerdict.WITHIN);
    assertThat(verdict(elsewhere, moved(400, 9), new BitSet())).isEqualTo(ReplayVerdict.DIFFERS);
    assertThat(verdict(elsewhere, moved(800, 9), first)).isEqualTo(ReplayVerdict.DIFFERS);
  }

  @Test
  @DisplayName("sees a residual or a similarity that moved too far, and another length")
  void tooFar() {
    JsonObject elsewhere = here().with("processor", "another");
    JsonObject residual = then.step().results().with("forwardResidualDb", "-1");
    assertThat(text(run(elsewhere, conclusion(residual, signal, new BitSet())), "verdict"))
        .isEqualTo(ReplayVerdict.DIFFERS);
    JsonObject similarity =
        then.step()
            .results()
            .with(
                "similarityRestoredToExhibit",
                JsonObject.empty().with(Bench.reference("palimpsest-encoder"), "0.1"));
    assertThat(text(run(elsewhere, conclusion(similarity, signal, new BitSet())), "verdict"))
        .isEqualTo(ReplayVerdict.DIFFERS);
    AudioClip shorter = AudioClip.of(new float[1000], signal.rate());
    assertThat(verdict(elsewhere, shorter, new BitSet())).isEqualTo(ReplayVerdict.DIFFERS);
  }

  @Test
  @DisplayName("is a difference where there was a result and is none now")
  void noResult() {
    JsonObject failed = results(verdictOn(here()).failed(Outcome.Cause.INPUT, "broke"));
    assertThat(text(failed, "verdict")).isEqualTo(ReplayVerdict.DIFFERS);
    JsonObject silent = results(verdictOn(here()).notApplicable("silent"));
    assertThat(text(silent, "verdict")).isEqualTo(ReplayVerdict.DIFFERS);
    assertThat(text(silent, "outcomeNow")).isEqualTo("not-applicable");
  }

  private JsonObject here() {
    return then.step().environment();
  }

  /** The signal with its first samples moved by steps of 16 bit. */
  private AudioClip moved(int samples, int steps) {
    float[] values = signal.toArray();
    for (int i = 0; i < samples; i++) {
      values[i] += (float) (steps * Pcm16.LSB);
    }
    return AudioClip.of(values, signal.rate());
  }

  private String verdict(JsonObject now, AudioClip clip, BitSet unsettled) {
    return text(run(now, conclusion(then.step().results(), clip, unsettled)), "verdict");
  }

  private Conclusion conclusion(JsonObject results, AudioClip clip, BitSet unsettled) {
    return new Conclusion(results, Optional.of(clip), unsettled, Optional.of(track));
  }

  private JsonObject run(JsonObject now, Conclusion conclusion) {
    return results(verdictOn(now).completed(conclusion));
  }

  private ReplayVerdict verdictOn(JsonObject now) {
    return new ReplayVerdict(file.blobs(), new RecordingReader(), then.step(), then.entry(), now);
  }

  private static JsonObject results(Outcome<Conclusion> outcome) {
    Ending ending = outcome.accept(new Ending.Reader());
    assertThat(ending.outcome()).isEqualTo(StepOutcome.COMPLETED);
    return ending.results();
  }

  private static String text(JsonObject results, String name) {
    return JsonText.of(results.find(name).orElseThrow());
  }
}
