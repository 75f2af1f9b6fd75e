package org.palimpsest.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;

@DisplayName("Spectra and levels")
final class SignalTest {
  @ParameterizedTest(name = "{0}")
  @EnumSource(Window.class)
  @DisplayName("a sine of -20 dBFS on a bin reads -20 dBFS, padded with zeros or not, under")
  void readsASine(Window window) {
    for (int fft : new int[] {512, 1024}) {
      Stft stft = new Stft(new StftSettings(window, 512, fft));
      int bin = fft / 8;
      float[] levels = stft.levels(sine(0.1, 2000, 4096), 2048);
      assertThat(levels).hasSize(fft / 2 + 1);
      assertThat(levels[bin]).isCloseTo(-20f, within(0.1f));
      for (float level : levels) {
        assertThat(level).isLessThanOrEqualTo(levels[bin] + 0.01f);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Window.class)
  @DisplayName("a spectrum equals a naive DFT in double precision, under")
  void equalsANaiveDft(Window window) {
    Random random = new Random(4);
    float[] noise = new float[300];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian() * 0.1f;
    }
    float[] curve = window.curve(100);
    double sum = 0;
    for (float weight : curve) {
      sum += weight;
    }
    Stft stft = new Stft(new StftSettings(window, 100, 256));
    float[] levels = stft.levels(clip(noise), 150);
    for (int k = 0; k <= 128; k++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < 100; i++) {
        double weighted = (double) noise[100 + i] * curve[i];
        re += weighted * Math.cos(2 * Math.PI * k * i / 256);
        im -= weighted * Math.sin(2 * Math.PI * k * i / 256);
      }
      double gain = (k == 0 || k == 128 ? 1 : 2) / sum;
      double expected = 20 * Math.log10(Math.hypot(re, im) * gain);
      assertThat((double) levels[k]).as("bin %d", k).isCloseTo(expected, within(0.01));
    }
  }

  @Test
  @DisplayName("windows rise to their middle and are alike on both sides")
  void windowsAreSymmetric() {
    for (Window window : Window.values()) {
      float[] curve = window.curve(101);
      assertThat(curve[50]).isCloseTo(1, within(0.01f));
      for (int i = 1; i < 50; i++) {
        assertThat(curve[i]).isLessThanOrEqualTo(curve[i + 1] + 1e-6f);
      }
      assertThat(window.title()).isNotBlank();
    }
  }

  @Test
  @DisplayName("silence reads the floor; so does everything outside the clip")
  void readsSilence() {
    Stft stft = new Stft(new StftSettings(Window.HANN, 256, 512));
    assertThat(stft.levels(clip(new float[1000]), 500)).containsOnly(Stft.FLOOR_DB);
    AudioClip sine = sine(0.5, 1000, 1000);
    assertThat(stft.levels(sine, -10_000)).containsOnly(Stft.FLOOR_DB);
    assertThat(stft.levels(sine, 1L << 40)).containsOnly(Stft.FLOOR_DB);
  }

  @Test
  @DisplayName("a constant reads its own level at 0 Hz; half the rate reads at the last bin")
  void readsTheEnds() {
    float[] constant = new float[1000];
    Arrays.fill(constant, -0.1f);
    float[] alternating = new float[1000];
    for (int i = 0; i < alternating.length; i++) {
      alternating[i] = i % 2 == 0 ? 0.1f : -0.1f;
    }
    Stft stft = new Stft(new StftSettings(Window.HANN, 256, 512));
    assertThat(stft.levels(clip(constant), 500)[0]).isCloseTo(-20, within(0.01f));
    assertThat(stft.levels(clip(alternating), 500)[256]).isCloseTo(-20, within(0.01f));
  }

  @Test
  @DisplayName("a clip of one sample has a flat spectrum")
  void readsOneSample() {
    Stft stft = new Stft(new StftSettings(Window.RECTANGULAR, 100, 128));
    float[] levels = stft.levels(clip(new float[] {1}), 0);
    for (int k = 1; k < 64; k++) {
      assertThat((double) levels[k]).isCloseTo(20 * Math.log10(2 / 100.0), within(0.01));
    }
  }

  @Test
  @DisplayName("settings hold a window of seconds and refuse what no FFT can do")
  void limitsSettings() {
    StftSettings settings = StftSettings.ofSeconds(Window.HANN, 0.032, 16_000);
    assertThat(settings).isEqualTo(new StftSettings(Window.HANN, 512, 1024));
    assertThat(StftSettings.ofSeconds(Window.HANN, 0.0321, 16_000).fftSize()).isEqualTo(2048);
    assertThat(StftSettings.ofSeconds(Window.HANN, 0, 16_000).windowSamples()).isEqualTo(2);
    assertThat(settings.bins()).isEqualTo(513);
    assertThat(settings.binHertz(16_000)).isEqualTo(15.625);
    for (int[] wrong : new int[][] {{1, 8}, {16, 8}, {8, 12}, {8, 0}}) {
      assertThatThrownBy(() -> new StftSettings(Window.HANN, wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("levels are those that one computes by hand")
  void computesLevels() {
    AudioClip reference = clip(new float[] {1, -1, 1, -1});
    AudioClip other = clip(new float[] {1.1f, -1, 1, -0.9f});
    assertThat(Levels.energy(reference)).isEqualTo(4);
    assertThat(Levels.snrDb(reference, other)).isCloseTo(10 * Math.log10(4 / 0.02), within(1e-4));
    assertThat(Levels.snrDb(reference, reference)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Levels.shareChanged(reference, other)).isEqualTo(0.5);
    assertThat(Levels.shareChanged(clip(new float[0]), clip(new float[0]))).isZero();
    assertThat(Levels.decibels(100, 1)).isEqualTo(20);
    assertThat(Levels.decibels(0, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Levels.decibels(0, 0)).isNaN();
    assertThatThrownBy(() -> Levels.snrDb(reference, clip(new float[3])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AudioClip sine(double amplitude, double hertz, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / 16_000 + 0.3));
    }
    return clip(samples);
  }

  private static AudioClip clip(float[] samples) {
    return AudioClip.of(samples, SampleRate.WORKING);
  }
}
