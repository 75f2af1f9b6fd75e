package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.TinyPackages;

@DisplayName("The pieces of a long recording")
final class SegmentTest {
  @Test
  @DisplayName("cover it without overlap, each solved with several receptive fields around")
  void covers() throws Exception {
    ModelPackage protector =
        TinyPackages.of("protector", TinyPackages.convolution(0.02f, 8, 0.1f, 0.5f, 0.1f), 100);
    List<Segment> segments = Segment.of(5_000, protector, 2_000, 4);
    assertThat(segments)
        .containsExactly(
            new Segment(new SampleRange(0, 2_000), new SampleRange(0, 2_400)),
            new Segment(new SampleRange(2_000, 4_000), new SampleRange(1_600, 4_400)),
            new Segment(new SampleRange(4_000, 5_000), new SampleRange(3_600, 5_000)));
    float[] signal = new float[5_000];
    signal[2_000] = 0.7f;
    float[] crop = segments.get(1).cropOf(signal);
    assertThat(crop).hasSize(2_800);
    assertThat(crop[400]).isEqualTo(0.7f);
    assertThat(segments.get(1).cropOf(AudioClip.of(signal, SampleRate.WORKING))).isEqualTo(crop);
  }

  @Test
  @DisplayName("are one where the protector sees the whole recording")
  void whole() throws Exception {
    ModelPackage global = TinyPackages.of("protector", TinyPackages.scale(0.1f), -1);
    assertThat(Segment.of(5_000, global, 2_000, 4))
        .containsExactly(new Segment(new SampleRange(0, 5_000), new SampleRange(0, 5_000)));
  }
}
