package org.palimpsest.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;

@DisplayName("a spectrogram")
final class SpectrogramPainterTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 160;

  @ParameterizedTest
  @ValueSource(ints = {500, 1000, 3000, 7000})
  @DisplayName("shows a sine as its brightest row, at its frequency")
  void sine(int hertz) {
    AudioClip clip = clip(16_000, i -> 0.1 * Math.sin(2 * Math.PI * hertz * i / 16_000.0));
    int[] pixels = paint(clip, ColourMap.GREY);
    int brightest = 0;
    for (int y = 0; y < HEIGHT; y++) {
      if ((pixels[y * WIDTH + 20] & 0xff) > (pixels[brightest * WIDTH + 20] & 0xff)) {
        brightest = y;
      }
    }
    double atRow = (HEIGHT - brightest - 0.5) * 8000 / HEIGHT;
    assertThat(atRow).isBetween(hertz - 60.0, hertz + 60.0);
  }

  @ParameterizedTest
  @EnumSource(FrequencyScale.class)
  @DisplayName("shows a sweep where each axis has its frequencies, and a square's overtones")
  void axes(FrequencyScale scale) {
    SpectrogramSettings d = SpectrogramSettings.defaults();
    SpectrogramSettings settings =
        new SpectrogramSettings(d.window(), 0.025, 0.95, 2, -60, 0, scale, ColourMap.GREY);
    AudioClip sweep =
        clip(32_000, i -> 0.5 * Math.sin(2 * Math.PI * (500 + 750 * i / 16_000.0) * i / 16_000));
    int[] pixels = SpectrogramPainter.paint(sweep, 0, 800, WIDTH, HEIGHT, settings);
    for (int x = 5; x < WIDTH - 5; x += 5) {
      double hertz = 500 + 1500 * (x + 0.5) * 800 / 16_000;
      int row = (int) (HEIGHT * (1 - scale.share(hertz, 8000)));
      int brightest = brightest(pixels, x);
      assertThat(brightest).isBetween(row - 4, row + 4);
    }
    AudioClip square = clip(16_000, i -> i / 8 % 2 == 0 ? 1 : -1);
    pixels = SpectrogramPainter.paint(square, 0, 400, WIDTH, HEIGHT, settings);
    int third = (int) (HEIGHT * (1 - scale.share(3000, 8000)));
    int between = (int) (HEIGHT * (1 - scale.share(2000, 8000)));
    assertThat(pixels[third * WIDTH + 20] & 0xff).isGreaterThan(150);
    assertThat(pixels[between * WIDTH + 20] & 0xff).isLessThan(100);
    AudioClip constant = clip(16_000, i -> 0.5);
    pixels = SpectrogramPainter.paint(constant, 0, 400, WIDTH, HEIGHT, settings);
    assertThat(pixels[20] & 0xff).isZero();
    pixels = SpectrogramPainter.paint(clip(1, i -> 1), 0, 400, WIDTH, HEIGHT, settings);
    assertThat(pixels).hasSize(WIDTH * HEIGHT);
  }

  private static int brightest(int[] pixels, int x) {
    int brightest = 0;
    for (int y = 0; y < HEIGHT; y++) {
      if ((pixels[y * WIDTH + x] & 0xff) > (pixels[brightest * WIDTH + x] & 0xff)) {
        brightest = y;
      }
    }
    return brightest;
  }

  @Test
  @DisplayName("shows an impulse in its column only")
  void impulse() {
    AudioClip clip = clip(16_000, i -> i == 8000 ? 0.9 : 0);
    int[] pixels = paint(clip, ColourMap.GREY);
    int row = 80 * WIDTH;
    assertThat(pixels[row + 20] & 0xff).isGreaterThan(60);
    assertThat(pixels[row + 5] & 0xff).isZero();
    assertThat(pixels[row + 35] & 0xff).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 16_000})
  @DisplayName("draws silence, nothing and a single sample in the floor's colour")
  void silence(int samples) {
    assertThat(paint(clip(samples, i -> 0), ColourMap.MAGMA)).containsOnly(ColourMap.MAGMA.argb(0));
  }

  @ParameterizedTest
  @EnumSource(ColourMap.class)
  @DisplayName("has colours from one end to the other, held at both")
  void colours(ColourMap map) {
    assertThat(map.argb(-1)).isEqualTo(map.argb(0));
    assertThat(map.argb(2)).isEqualTo(map.argb(1));
    assertThat(map.argb(0)).isNotEqualTo(map.argb(1));
    int last = -1;
    boolean rising = lightness(map.argb(1)) > lightness(map.argb(0));
    for (int i = 0; i <= 20; i++) {
      int lightness = lightness(map.argb(i / 20.0));
      assertThat(last < 0 || (rising ? lightness >= last : lightness <= last)).isTrue();
      last = lightness;
    }
  }

  @Test
  @DisplayName("says in its caption how it was made")
  void caption() {
    assertThat(SpectrogramSettings.defaults().describe())
        .isEqualTo(
            "Hann window of 25 ms, overlap 95 %, FFT 2 times padded, -110 to -30 dBFS, linear in"
                + " frequency, magma");
  }

  private static int[] paint(AudioClip clip, ColourMap colours) {
    SpectrogramSettings d = SpectrogramSettings.defaults();
    SpectrogramSettings settings =
        new SpectrogramSettings(
            d.window(), d.windowSeconds(), 0.95, 2, -110, -10, FrequencyScale.LINEAR, colours);
    return SpectrogramPainter.paint(clip, 0, 400, WIDTH, HEIGHT, settings);
  }

  private static int lightness(int argb) {
    return (int)
        (0.2126 * ((argb >> 16) & 0xff) + 0.7152 * ((argb >> 8) & 0xff) + 0.0722 * (argb & 0xff));
  }

  private static AudioClip clip(int samples, java.util.function.IntToDoubleFunction f) {
    float[] values = new float[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = (float) f.applyAsDouble(i);
    }
    return AudioClip.of(values, SampleRate.WORKING);
  }
}
