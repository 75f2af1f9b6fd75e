package org.palimpsest.app.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.signal.Window;
import org.palimpsest.app.picture.ColourMap;
import org.palimpsest.app.picture.SpectrogramSettings;

final class SpectrumProbeTest {
  private static AudioClip sine(double hertz, double amplitude) {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void readsASineUnderEveryWindow(Window window) {
    SpectrogramSettings settings =
        new SpectrogramSettings(window, 0.025, -110, -30, ColourMap.GREY);
    SpectrumProbe probe = new SpectrumProbe(settings, 16_000);
    assertThat(probe.level(sine(1000, 0.1), 8000, 1000)).isCloseTo(-20, within(0.2));
    assertThat(probe.level(sine(1007, 0.1), 8000, 1000)).isCloseTo(-20, within(0.2));
  }

  @Test
  void readsSilenceAndTheEdges() {
    SpectrumProbe probe = new SpectrumProbe(SpectrogramSettings.defaults(), 16_000);
    assertThat(probe.level(sine(1000, 0), 0, 0)).isEqualTo(-200);
    assertThat(probe.level(sine(1000, 0.1), 0, 8000)).isLessThan(-40);
    assertThat(probe.level(AudioClip.of(new float[] {1}, SampleRate.WORKING), 0, 4000))
        .isLessThan(0);
  }
}
