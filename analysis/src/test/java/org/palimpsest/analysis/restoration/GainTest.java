package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.TinyPackages;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.signal.Levels;

@DisplayName("A gain after protection")
final class GainTest {
  private final InferenceEngine engine = new InferenceEngine();
  private final AudioClip original = speech();
  private ModelPackage protector;
  private AudioClip protectedClip;

  @BeforeEach
  void protect() throws Exception {
    protector = TinyPackages.of("protector", TinyPackages.hum(0.004f, 0.37f), -1);
    protectedClip = new Protection(engine).apply(protector, original);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-12, -3, -0.7, 0.5, 4})
  @DisplayName("is found in the exhibit, and undone before the perturbation is taken off")
  void found(double gain) throws Exception {
    AudioClip exhibit = Pcm16.round(Gain.change(protectedClip, gain));
    Restored restored = restore(exhibit, "search");
    Map<String, Double> figures = restored.figures();
    assertThat(figures.get("gainDb")).isCloseTo(gain, within(0.1));
    assertThat(figures.get("gainDeviationDb")).isBetween(0.001, 0.1);
    assertThat(figures.get("perturbationOffShare")).isEqualTo(1);
    assertThat(restored.confidence()).isEmpty();
    AudioClip asLoud = Gain.change(original, gain);
    double before = Levels.snrDb(asLoud, exhibit);
    assertThat(Levels.snrDb(asLoud, restored.signal())).isGreaterThan(before + 12);
    assertThat(figures.get("forwardResidualDb")).isLessThan(-50);
  }

  @Test
  @DisplayName("is undone as it is known")
  void known() throws Exception {
    AudioClip exhibit = Pcm16.round(Gain.change(protectedClip, -3));
    Restored restored = restore(exhibit, "-3");
    assertThat(restored.figures()).containsEntry("gainDb", -3.0);
    assertThat(restored.figures()).doesNotContainKey("gainDeviationDb");
    assertThat(Levels.snrDb(Gain.change(original, -3), restored.signal())).isGreaterThan(60);
  }

  @Test
  @DisplayName("is not looked for where it is said that there was none, and the result says so")
  void none() throws Exception {
    Restored restored = restore(Pcm16.round(Gain.change(protectedClip, -3)), "0");
    assertThat(restored.figures()).doesNotContainKey("gainDb");
    assertThat(restored.figures().get("perturbationOffShare")).isZero();
    assertThat(restored.figures().get("perturbationLeftShare")).isNegative();
    assertThat(restored.confidence().orElseThrow().certain().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is not found where the exhibit is as protection left it")
  void unchanged() throws Exception {
    Restored restored = restore(protectedClip, "search");
    assertThat(restored.figures()).doesNotContainKey("gainDb");
    assertThat(Levels.shareChanged(original, restored.signal())).isLessThan(0.001);
    assertThat(restored.figures().get("perturbationOffShare")).isEqualTo(1);
  }

  @Test
  @DisplayName("is not made up for a recording that this protector did not make")
  void another() throws Exception {
    ModelPackage other = TinyPackages.of("protector", TinyPackages.hum(0.004f, 0.21f), -1);
    Restored restored = restore(new Protection(engine).apply(other, original), "search");
    assertThat(restored.figures()).doesNotContainKey("gainDb");
    assertThat(restored.figures().get("perturbationOffShare")).isZero();
    Restored never = restore(original, "search");
    assertThat(never.figures()).doesNotContainKey("gainDb");
    assertThat(never.figures().get("missingBandsShare")).isGreaterThan(0.8);
    assertThat(Levels.snrDb(original, never.signal())).isGreaterThan(35);
  }

  @Test
  @DisplayName("that cannot be is refused in one line")
  void refused() {
    assertThatThrownBy(() -> Gain.of("loud"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("gainDb is \"search\" or a number, not \"loud\"");
    assertThatThrownBy(() -> Gain.of("60"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("gainDb must lie between -40 and 40");
    assertThatThrownBy(() -> Gain.of("NaN")).isInstanceOf(RefusedException.class);
  }

  private Restored restore(AudioClip exhibit, String gain) throws Exception {
    return ((Outcome.Completed<Restored>) run(exhibit, gain)).value();
  }

  private Outcome<Restored> run(AudioClip exhibit, String gain) throws Exception {
    PlannedRestoration plan =
        new RestorationPlanner()
            .plan(
                new RestorationRequest(
                    "inversion", Map.of("gainDb", gain), Optional.of(protector), Optional.empty()),
                "00".repeat(32));
    return plan.run(exhibit, engine, Progress.NONE, Cancellation.NEVER);
  }

  /** Harmonics under a slow envelope with some noise, on the 16-bit grid: 6 s. */
  private static AudioClip speech() {
    Random random = new Random(9);
    float[] signal = new float[96_000];
    for (int i = 0; i < signal.length; i++) {
      double t = i / 16_000.0;
      double voice = Math.sin(2 * Math.PI * 120 * t) + 0.5 * Math.sin(2 * Math.PI * 730 * t);
      double envelope = 0.15 * Math.abs(Math.sin(2 * Math.PI * 2 * t));
      signal[i] = Pcm16.round(envelope * voice + 0.001 * random.nextGaussian());
    }
    return AudioClip.of(signal, SampleRate.WORKING);
  }
}
