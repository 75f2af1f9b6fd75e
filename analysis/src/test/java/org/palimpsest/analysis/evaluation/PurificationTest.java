package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.analysis.evaluation.FormulaVoice.clip;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.signal.Levels;

@DisplayName("the baselines")
final class PurificationTest {
  private final AudioClip exhibit = clip(FormulaVoice.voice(16_000), 16_000);

  private static Purification baseline(String id) {
    return Purification.baselines().stream().filter(p -> p.id().equals(id)).findFirst().get();
  }

  @Test
  @DisplayName("are noise, quantisation and median, in the order of the paper")
  void order() {
    assertThat(Purification.baselines())
        .extracting(Purification::id)
        .containsExactly("an", "qt", "ms");
    assertThat(Purification.baselines()).allMatch(p -> !p.words().isBlank());
  }

  @Test
  @DisplayName("all end on the 16-bit grid and keep the length")
  void onTheGrid() {
    for (Purification purification : Purification.baselines()) {
      AudioClip result = purification.apply(exhibit, 1);
      assertThat(result.length()).isEqualTo(exhibit.length());
      assertThat(Pcm16.round(result).toArray()).containsExactly(result.toArray());
    }
  }

  @Test
  @DisplayName("noise lies 25 dB below, and the seed decides it")
  void noise() {
    AudioClip noisy = baseline("an").apply(exhibit, 1);
    assertThat(Levels.snrDb(exhibit, noisy)).isCloseTo(25, within(0.01));
    assertThat(baseline("an").apply(exhibit, 1).toArray()).containsExactly(noisy.toArray());
    assertThat(baseline("an").apply(exhibit, 2).toArray()).isNotEqualTo(noisy.toArray());
  }

  @Test
  @DisplayName("noise on silence is silence")
  void noiseOnSilence() {
    AudioClip silence = clip(new double[100], 16_000);
    assertThat(baseline("an").apply(silence, 1).toArray()).containsOnly(0f);
  }

  @Test
  @DisplayName("quantisation leaves multiples of 256 steps, ties to even")
  void quantisation() {
    float step = 256 / 32768f;
    AudioClip result =
        baseline("qt").apply(clip(0.4f * step, 0.5f * step, 1.5f * step, -1.6f * step, 0.9999f), 0);
    assertThat(result.toArray()).containsExactly(0, 0, 2 * step, -2 * step, 32767 / 32768f);
  }

  @Test
  @DisplayName("the median removes a click and keeps an edge and both ends")
  void median() {
    float click = 0.5f;
    assertThat(baseline("ms").apply(clip(0.25f, 0, click, 0, 0, click, click), 0).toArray())
        .containsExactly(0.25f, 0.25f, 0, 0, 0, click, click);
    assertThat(baseline("ms").apply(clip(click), 0).toArray()).containsExactly(click);
  }

  @Test
  @DisplayName("the scenarios have the names of the study")
  void scenarios() {
    assertThat(Scenario.values())
        .extracting(Scenario::words)
        .containsExactly("well-informed", "semi-informed", "ignorant");
  }
}
