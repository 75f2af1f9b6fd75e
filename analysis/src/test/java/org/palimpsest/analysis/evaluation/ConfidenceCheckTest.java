package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.TinyPackages;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.analysis.restoration.RestorationRequest;
import org.palimpsest.analysis.restoration.Restored;

@DisplayName("The check of a confidence track against the original")
final class ConfidenceCheckTest {
  private final AudioClip original = tone();

  @Test
  @DisplayName("finds a track right that comes from an inversion that found the original")
  void right() throws Exception {
    Restored restored = restored();
    Confidence track = restored.confidence().orElseThrow();
    assertThat(restored.signal().toArray()).isEqualTo(original.toArray());
    SortedMap<String, Double> figures = ConfidenceCheck.of(original, restored.signal(), track);
    assertThat(figures)
        .containsOnlyKeys("boundedShare", "boundHoldsShare", "certainRightShare")
        .containsEntry("boundedShare", 1.0)
        .containsEntry("boundHoldsShare", 1.0)
        .containsEntry("certainRightShare", 1.0);
  }

  @Test
  @DisplayName("finds it wrong where the signal is another")
  void wrong() throws Exception {
    Restored restored = restored();
    float[] spoilt = restored.signal().toArray();
    for (int i = 0; i < 400; i++) {
      spoilt[i] += (float) (10 * Pcm16.LSB);
    }
    SortedMap<String, Double> figures =
        ConfidenceCheck.of(
            original,
            AudioClip.of(spoilt, SampleRate.WORKING),
            restored.confidence().orElseThrow());
    assertThat(figures.get("boundHoldsShare")).isCloseTo(9 / 10.0, within(1e-9));
    assertThat(figures.get("boundExcessDb")).isLessThan(-20);
    assertThat(figures.get("certainRightShare")).isLessThan(1);
    assertThat(figures.get("errorEnergyInAmbiguousShare")).isZero();
  }

  private Restored restored() throws Exception {
    ModelPackage protector = TinyPackages.of("protector", TinyPackages.scale(0.25f), 0);
    InferenceEngine engine = new InferenceEngine();
    AudioClip exhibit = new Protection(engine).apply(protector, original);
    Outcome<Restored> outcome =
        new RestorationPlanner()
            .plan(
                new RestorationRequest(
                    "inversion", Map.of(), Optional.of(protector), Optional.empty()),
                "00".repeat(32))
            .run(exhibit, engine, Progress.NONE, Cancellation.NEVER);
    return ((Outcome.Completed<Restored>) outcome).value();
  }

  private static AudioClip tone() {
    float[] samples = new float[4_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Pcm16.round(0.2 * Math.sin(0.03 * i));
    }
    return AudioClip.of(samples, SampleRate.WORKING);
  }
}
