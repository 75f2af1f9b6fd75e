package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;

final class PeaksTest {
  private static AudioClip clip(float... samples) {
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  @Test
  void findsASingleSampleAtEveryZoom() {
    float[] samples = new float[100_000];
    samples[77_777] = 0.9f;
    samples[77_778] = -0.4f;
    Peaks peaks = new Peaks(clip(samples));
    for (double width = 4; width < 100_000; width *= 3) {
      Peaks.Extent extent = peaks.of(77_776, 77_776 + width);
      assertThat(extent.low()).isEqualTo(-0.4f);
      assertThat(extent.high()).isEqualTo(0.9f);
      assertThat(extent.level()).isBetween(0f, 0.9f);
    }
    assertThat(peaks.greatest()).isEqualTo(0.9f);
    assertThat(peaks.of(10, 60_000)).isEqualTo(new Peaks.Extent(0, 0, 0));
  }

  @Test
  void knowsTheLevelAtEveryZoom() {
    float[] samples = new float[1 << 16];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * i / 64));
    }
    Peaks peaks = new Peaks(clip(samples));
    for (int width = 64; width <= samples.length; width *= 4) {
      assertThat((double) peaks.of(0, width).level())
          .isCloseTo(0.5 / Math.sqrt(2), Offset.offset(1e-4));
    }
  }

  @Test
  void drawsOddSignals() {
    assertThat(new Peaks(clip(0.5f)).of(0, 1)).isEqualTo(new Peaks.Extent(0.5f, 0.5f, 0.5f));
    assertThat(new Peaks(clip(-1f)).greatest()).isEqualTo(1f);
    assertThat(new Peaks(clip()).greatest()).isZero();
    assertThat(new Peaks(clip()).of(0, 10)).isEqualTo(new Peaks.Extent(0, 0, 0));
    assertThat(new Peaks(clip(1f, 1f)).of(5, 9)).isEqualTo(new Peaks.Extent(0, 0, 0));
  }

  @Test
  void growsWithItsClip() {
    float[] samples = new float[50_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(0.01 * i * i);
    }
    Peaks whole = new Peaks(clip(samples));
    Peaks grown = new Peaks(clip());
    for (int length : new int[] {1, 63, 64, 65, 1000, 49_999, 50_000}) {
      grown = grown.grownTo(clip(Arrays.copyOf(samples, length)));
      assertThat(grown.greatest())
          .isEqualTo(new Peaks(clip(Arrays.copyOf(samples, length))).greatest());
    }
    for (int from = 0; from < samples.length; from += 777) {
      assertThat(grown.of(from, 2.5 * from + 1)).isEqualTo(whole.of(from, 2.5 * from + 1));
    }
  }
}
