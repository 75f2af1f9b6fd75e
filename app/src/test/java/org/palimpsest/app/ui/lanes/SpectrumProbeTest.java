package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.signal.Window;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.FrequencyScale;
import org.palimpsest.app.picture.SpectrogramSettings;

@DisplayName("the read-out of the spectrogram")
final class SpectrumProbeTest {
  private static final int RATE = 16_000;

  private static AudioClip clip(int length, IntToDoubleFunction f) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) f.applyAsDouble(i);
    }
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  private static AudioClip sine(double hertz, double amplitude) {
    return clip(RATE, i -> amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
  }

  /** Every window type with every length, zero padding and overlap: 5 · 4 · 4 · 3. */
  static Stream<SpectrogramSettings> settings() {
    return Stream.of(Window.values())
        .flatMap(
            window ->
                Stream.of(0.005, 0.010, 0.025, 0.100)
                    .flatMap(
                        seconds ->
                            Stream.of(1, 2, 4, 8)
                                .flatMap(
                                    padding ->
                                        Stream.of(0.0, 0.5, 0.95)
                                            .map(o -> of(window, seconds, o, padding)))));
  }

  private static SpectrogramSettings of(Window window, double seconds, double overlap, int pad) {
    return new SpectrogramSettings(
        window, seconds, overlap, pad, -110, -30, FrequencyScale.LINEAR, ColourMap.GREY);
  }

  @ParameterizedTest
  @MethodSource("settings")
  @DisplayName(
      "reads 1 kHz at −20 dBFS within a bin and a tenth of a decibel, whatever the settings")
  void readsASine(SpectrogramSettings settings) {
    SpectrumProbe probe = new SpectrumProbe(settings, RATE);
    double bin = settings.stft(RATE).binHertz(RATE);
    for (int sample : new int[] {8000, 8003, 8011}) {
      for (double off : new double[] {-0.45 * bin, 0, 0.45 * bin}) {
        SpectrumProbe.Reading read = probe.read(sine(1000, 0.1), sample, 1000 + off, 5);
        assertThat(read.hertz()).isCloseTo(1000, within(bin));
        assertThat(read.levelDb()).isCloseTo(-20, within(0.1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  @DisplayName("reads a tone between the bins as well, from 10 ms on under a tapered window")
  void readsBetweenBins(SpectrogramSettings settings) {
    if (settings.windowSeconds() < 0.01 || settings.window() == Window.RECTANGULAR) {
      return; // there the tone's mirror image reaches the peak
    }
    SpectrumProbe probe = new SpectrumProbe(settings, RATE);
    for (double hertz : new double[] {1013, 2222.2, 5003.7}) {
      SpectrumProbe.Reading read = probe.read(sine(hertz, 0.1), 8000, hertz + 3, 5);
      assertThat(read.peak()).isTrue();
      assertThat(read.hertz()).isCloseTo(hertz, within(settings.stft(RATE).binHertz(RATE)));
      assertThat(read.levelDb()).isCloseTo(-20, within(0.1));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  @DisplayName("reads silence, a constant, a full-scale square, an impulse and a single sample")
  void readsWhatIsNoTone(SpectrogramSettings settings) {
    SpectrumProbe probe = new SpectrumProbe(settings, RATE);
    assertThat(probe.read(clip(RATE, i -> 0), 800, 1000, 5).levelDb()).isEqualTo(-200);
    assertThat(probe.read(clip(RATE, i -> -0.1), 8000, 0, 0).levelDb()).isCloseTo(-20, within(0.1));
    AudioClip square = clip(RATE, i -> i / 8 % 2 == 0 ? 1 : -1);
    double fundamental = 20 * Math.log10(2.0 / 16 / Math.sin(Math.PI / 16) * 2);
    assertThat(probe.read(square, 8000, 1000, 5).levelDb()).isCloseTo(fundamental, within(0.2));
    float[] curve = new float[1];
    Arrays.fill(curve, 1);
    AudioClip one = AudioClip.of(curve, SampleRate.WORKING);
    double flat = probe.read(one, 0, 3000, 0).levelDb();
    assertThat(probe.read(one, 0, 5000, 0).levelDb()).isCloseTo(flat, within(0.01));
    AudioClip impulse = clip(RATE, i -> i == 8000 ? 1 : 0);
    assertThat(probe.read(impulse, 8000, 4000, 0).levelDb()).isCloseTo(flat, within(0.5));
    assertThat(probe.read(impulse, 12_000, 4000, 0).levelDb()).isEqualTo(-200);
  }

  @Test
  @DisplayName("follows a sweep")
  void followsASweep() {
    AudioClip sweep =
        clip(2 * RATE, i -> 0.1 * Math.sin(2 * Math.PI * (500 + 750.0 * i / RATE) * i / RATE));
    SpectrumProbe probe = new SpectrumProbe(SpectrogramSettings.defaults(), RATE);
    for (double seconds : new double[] {0.4, 1, 1.7}) {
      double hertz = 500 + 1500 * seconds;
      SpectrumProbe.Reading read = probe.read(sweep, (int) (seconds * RATE), hertz + 20, 30);
      assertThat(read.hertz()).isCloseTo(hertz, within(10.0));
      assertThat(read.levelDb()).isCloseTo(-20, within(0.3));
    }
  }

  @Test
  @DisplayName("reads the frequency asked for where no peak is near, and stays within the axis")
  void readsWhereItIsAsked() {
    SpectrumProbe probe = new SpectrumProbe(SpectrogramSettings.defaults(), RATE);
    SpectrumProbe.Reading slope = probe.read(sine(1000, 0.1), 8000, 1030, 0);
    assertThat(slope.peak()).isFalse();
    assertThat(slope.hertz()).isEqualTo(1030);
    assertThat(slope.levelDb()).isBetween(-40.0, -20.5);
    assertThat(probe.read(sine(1000, 0.1), 0, 9000, 5).hertz()).isLessThanOrEqualTo(8000);
    assertThat(probe.read(sine(1000, 0.1), 0, -5, 0).hertz()).isZero();
  }
}
