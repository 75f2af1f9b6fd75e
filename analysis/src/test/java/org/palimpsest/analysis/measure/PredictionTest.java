package org.palimpsest.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;

@DisplayName("what stands under the measures")
final class PredictionTest {
  @Test
  @DisplayName("Burg finds the coefficients that a long noise was made with")
  void predicts() {
    double[] made = {1.2, -0.8, 0.1};
    Random random = new Random(3);
    double[] x = new double[20_000];
    for (int t = 3; t < x.length; t++) {
      x[t] = made[0] * x[t - 1] + made[1] * x[t - 2] + made[2] * x[t - 3] + random.nextGaussian();
    }
    double[] found = Burg.coefficients(x, 3);
    for (int k = 0; k < 3; k++) {
      assertThat(found[k]).isCloseTo(made[k], within(0.03));
    }
    assertThat(Burg.coefficients(new double[100], 3)).isEmpty();
    assertThat(Burg.coefficients(new double[] {1, 2}, 3)).isEmpty();
  }

  @Test
  @DisplayName("roots multiply out to their polynomial again")
  void findsRoots() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      double[] c = random.doubles(10, -1.5, 1.5).toArray();
      Roots roots = new Roots(c);
      double[] re = new double[11];
      double[] im = new double[11];
      re[0] = 1;
      for (int k = 0; k < 10; k++) {
        for (int i = k + 1; i > 0; i--) {
          double nextRe = re[i] - (re[i - 1] * roots.re(k) - im[i - 1] * roots.im(k));
          im[i] -= re[i - 1] * roots.im(k) + im[i - 1] * roots.re(k);
          re[i] = nextRe;
        }
      }
      for (int i = 0; i < 10; i++) {
        assertThat(re[i + 1]).isCloseTo(c[i], within(1e-9));
        assertThat(im[i + 1]).isCloseTo(0, within(1e-9));
      }
    }
    assertThat(new Roots().count()).isZero();
  }

  @Test
  @DisplayName("the resampler keeps a sine below the ceiling and removes one above")
  void resamples() {
    SharpResampler resampler = new SharpResampler(16_000, 11_000);
    float[] low = new float[16_000];
    float[] high = new float[16_000];
    for (int i = 0; i < low.length; i++) {
      low[i] = (float) Math.sin(2 * Math.PI * 5300 * i / 16_000);
      high[i] = (float) Math.sin(2 * Math.PI * 5700 * i / 16_000);
    }
    double[] kept = resampler.read(AudioClip.of(low, SampleRate.WORKING), 5000, 100);
    double[] gone = resampler.read(AudioClip.of(high, SampleRate.WORKING), 5000, 100);
    for (int m = 0; m < 100; m++) {
      double there = Math.sin(2 * Math.PI * 5300 * (5000.0 + m) / 11_000);
      assertThat(kept[m]).isCloseTo(there, within(1e-3));
      assertThat(gone[m]).isCloseTo(0, within(1e-3));
    }
    assertThat(resampler.read(AudioClip.of(low, SampleRate.WORKING), -90_000, 2))
        .containsExactly(0, 0);
  }

  @Test
  @DisplayName("a maximum between samples is found to a ten-thousandth of a sample")
  void interpolates() {
    double[] values = new double[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.cos(2 * Math.PI * i / 71.3);
    }
    SincPeak peak = new SincPeak(values);
    assertThat(peak.argument(71)).isCloseTo(71.3, within(1e-3));
    assertThat(peak.at(71.3)).isCloseTo(1, within(1e-4));
    assertThat(peak.at(5)).isEqualTo(values[5]);
  }

  @Test
  @DisplayName("settings that make no sense are refused")
  void refuses() {
    assertThatThrownBy(() -> new FormantSettings(0, 5500, 0.025, 50))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FormantSettings(5, 100, 0.025, 50))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IntensitySettings(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PitchSettings(75, 60, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameGrid(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(FormantSettings.defaults().hopSeconds()).isEqualTo(0.00625);
    assertThat(IntensitySettings.defaults().hopSeconds()).isEqualTo(0.008);
    assertThat(PitchSettings.defaults().hopSeconds()).isEqualTo(0.01);
  }
}
