package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.signal.Levels;

@DisplayName("What remains of a perturbation")
final class RemainsTest {
  private static final int SAMPLES = 128_000; // 8 s
  private static final int WINDOWS = 320;

  private final float[] speech = speechLike(1);
  private final float[] perturbation = noise(2, 0.002);

  @Test
  @DisplayName("is nothing in recordings that it was taken off, whatever their noise")
  void off() {
    for (int seed = 10; seed < 30; seed++) {
      Remains remains = Remains.of(clip(speechLike(seed)), clip(noise(seed + 100, 0.002)));
      assertThat(remains.off().cardinality()).as("seed %d", seed).isEqualTo(WINDOWS);
      assertThat(remains.seen().isEmpty()).isTrue();
      assertThat(Math.abs(remains.whole().share())).isLessThan(4 * remains.whole().deviation());
      assertThat(remains.whole().deviation()).isBetween(0.0001, 0.02);
    }
  }

  @Test
  @DisplayName("is seen where a gain of half a decibel lets too much of it be taken off")
  void gain() {
    Remains remains = Remains.of(mixed(speech, -0.056, perturbation), clip(perturbation));
    assertThat(remains.off().isEmpty()).isTrue();
    assertThat(remains.seen().cardinality()).isEqualTo(WINDOWS);
    assertThat(remains.whole().share()).isNegative();
  }

  @Test
  @DisplayName("is seen where some of it was left, with the sign of what is there")
  void left() {
    Remains remains = Remains.of(mixed(speech, 0.1, perturbation), clip(perturbation));
    assertThat(remains.off().isEmpty()).isTrue();
    assertThat(remains.whole().share()).isPositive();
  }

  @Test
  @DisplayName("is seen where it was taken off a recording that never had it")
  void neverThere() {
    Remains remains = Remains.of(mixed(speech, -1, perturbation), clip(perturbation));
    assertThat(remains.off().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is seen where only one band lost it, as under a coder")
  void oneBand() {
    float[] band = noise(4, 0.01);
    smooth(band);
    float[] all = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      band[i] *= (float) Math.cos(2 * Math.PI * 6_000 * i / 16_000);
      all[i] = perturbation[i] + band[i];
    }
    Remains remains = Remains.of(mixed(speech, -0.5, band), clip(all));
    assertThat(remains.off().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is told of the part that was changed, and not of what lies 3 s away")
  void partly() {
    float[] partly = speech.clone();
    for (int i = 0; i < 32_000; i++) {
      partly[i] -= perturbation[i];
    }
    Remains remains = Remains.of(clip(partly), clip(perturbation));
    assertThat(remains.off().get(0, 80).isEmpty()).isTrue();
    assertThat(remains.seen().get(0, 80).cardinality()).isEqualTo(80);
    assertThat(remains.off().get(200, WINDOWS).cardinality()).isEqualTo(WINDOWS - 200);
  }

  @Test
  @DisplayName("is found as a signal where it is seen, so that it can be put back")
  void signal() {
    AudioClip changed = mixed(speech, -0.6, perturbation);
    AudioClip found = Remains.of(changed, clip(perturbation)).signal(changed, clip(perturbation));
    assertThat(Levels.snrDb(clip(speech), changed.minus(found)))
        .isGreaterThan(Levels.snrDb(clip(speech), changed) + 12);
    AudioClip unchanged = clip(speech);
    assertThat(
            Levels.energy(
                Remains.of(unchanged, clip(perturbation)).signal(unchanged, clip(perturbation))))
        .isZero();
  }

  @Test
  @DisplayName("is put back in the seconds that lost it, and nowhere else")
  void putBack() {
    float[] partly = speech.clone();
    for (int i = 0; i < 32_000; i++) {
      partly[i] -= perturbation[i];
    }
    float[] found =
        Remains.of(clip(partly), clip(perturbation))
            .signal(clip(partly), clip(perturbation))
            .toArray();
    double early = Levels.energy(clip(Arrays.copyOf(found, 32_000)));
    double late = Levels.energy(clip(Arrays.copyOfRange(found, 36_000, SAMPLES)));
    assertThat(early / Levels.energy(clip(Arrays.copyOf(perturbation, 32_000)))).isGreaterThan(0.7);
    assertThat(late).isZero();
  }

  @Test
  @DisplayName("does not count what a protector does in proportion to the speech")
  void proportional() {
    float[] coherent = coherent();
    assertThat(Remains.of(clip(speech), clip(coherent)).off().cardinality()).isEqualTo(WINDOWS);
    assertThat(Remains.of(mixed(speech, -0.2, coherent), clip(coherent)).off().isEmpty()).isTrue();
  }

  @Test
  @DisplayName("is put back without what a protector does in proportion to the speech")
  void putBackUnderProportional() {
    float[] coherent = coherent();
    AudioClip changed = mixed(speech, -0.2, coherent);
    AudioClip found = Remains.of(changed, clip(coherent)).signal(changed, clip(coherent));
    assertThat(Levels.snrDb(clip(speech), changed.minus(found)))
        .isGreaterThan(Levels.snrDb(clip(speech), changed) + 2);
  }

  @Test
  @DisplayName("takes noise that came afterwards for noise that was there before")
  void noise() {
    Remains remains = Remains.of(mixed(speech, 1, noise(5, 0.002)), clip(perturbation));
    assertThat(remains.off().cardinality()).isEqualTo(WINDOWS);
  }

  @Test
  @DisplayName("is unknown in silence, without a perturbation, and in less than a spectrum")
  void unknown() {
    tellsNothing(Remains.of(clip(new float[SAMPLES]), clip(new float[SAMPLES])));
    tellsNothing(Remains.of(clip(speech), clip(new float[SAMPLES])));
    tellsNothing(Remains.of(clip(new float[511]), clip(new float[511])));
    tellsNothing(Remains.of(clip(new float[0]), clip(new float[0])));
  }

  /** The perturbation of a protector that turns speech down besides. */
  private float[] coherent() {
    float[] coherent = perturbation.clone();
    for (int i = 0; i < SAMPLES; i++) {
      coherent[i] -= 0.1f * speech[i];
    }
    return coherent;
  }

  private static void tellsNothing(Remains remains) {
    assertThat(remains.off().isEmpty()).isTrue();
    assertThat(remains.seen().isEmpty()).isTrue();
    assertThat(remains.whole().share()).isNaN();
    assertThat(remains.whole().deviation()).isInfinite();
  }

  private static AudioClip mixed(float[] signal, double share, float[] other) {
    float[] sum = new float[signal.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Pcm16.round(signal[i] + share * other[i]);
    }
    return clip(sum);
  }

  private static AudioClip clip(float... samples) {
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  /** Loud below 1 kHz, weak above, and louder and quieter four times a second. */
  private static float[] speechLike(int seed) {
    float[] signal = noise(seed, 0.5);
    smooth(signal);
    smooth(signal);
    float[] hiss = noise(seed + 1_000, 0.0005);
    for (int i = 0; i < signal.length; i++) {
      double syllable = Math.pow(Math.sin(Math.PI * 4 * i / 16_000), 2);
      signal[i] = Pcm16.round(syllable * signal[i] + hiss[i]);
    }
    return signal;
  }

  private static void smooth(float... signal) {
    for (int i = 1; i < signal.length; i++) {
      signal[i] = 0.9f * signal[i - 1] + 0.1f * signal[i];
    }
  }

  private static float[] noise(int seed, double level) {
    Random random = new Random(seed);
    float[] noise = new float[SAMPLES];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (level * random.nextGaussian());
    }
    return noise;
  }
}
