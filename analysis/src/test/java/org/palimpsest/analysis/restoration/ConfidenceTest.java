package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.Pcm16;

@DisplayName("A confidence track")
final class ConfidenceTest {
  private static final ConfidenceSettings SETTINGS = new ConfidenceSettings(2, 1, 0.001);
  private static final int SAMPLES = 1_000; // two windows and a half

  private final float[] disagreement = new float[SAMPLES];
  private final float[] doubt = new float[SAMPLES];
  private final float[] rehearsed = new float[SAMPLES];
  private final BitSet reproduced = new BitSet();

  {
    reproduced.set(0, SAMPLES);
  }

  @Test
  @DisplayName("is sure of what all starts agree on and the roundings leave no doubt about")
  void sure() {
    Confidence track = of(new BitSet());
    assertThat(track.windows()).isEqualTo(3);
    assertThat(track.certain().cardinality()).isEqualTo(SAMPLES);
    assertThat(track.ambiguous().isEmpty()).isTrue();
    assertThat(track.boundLsb(0)).isCloseTo(2 * Math.sqrt(1 / 400.0), within(1e-6));
    assertThat(track.boundLsb(2)).isCloseTo(2 * Math.sqrt(1 / 200.0), within(1e-6));
  }

  @Test
  @DisplayName("is not certain of a sample that is doubtful, disputed or unexplained")
  void uncertain() {
    doubt[10] = 0.001f;
    disagreement[20] = (float) Pcm16.LSB;
    reproduced.clear(30);
    BitSet certain = of(new BitSet()).certain();
    assertThat(certain.cardinality()).isEqualTo(SAMPLES - 3);
    assertThat(certain.get(10) || certain.get(20) || certain.get(30)).isFalse();
  }

  @Test
  @DisplayName("bounds the error by disagreement, and marks what is ambiguous")
  void disagreement() {
    Arrays.fill(disagreement, 400, 800, (float) (3 * Pcm16.LSB));
    Confidence track = of(new BitSet());
    assertThat(track.boundLsb(0)).isCloseTo(2 * Math.sqrt(1 / 400.0), within(1e-5));
    assertThat(track.boundLsb(1)).isCloseTo(6, within(1e-5));
    assertThat(track.ambiguous()).isEqualTo(BitSet.valueOf(new long[] {0b010}));
  }

  @Test
  @DisplayName("bounds the error by what a rehearsal got wrong around a window")
  void rehearsal() {
    for (int i = 0; i < 40; i++) {
      rehearsed[10 * i] = (float) -Pcm16.LSB; // 40 of 1000 samples: 16 expected, 25 allowed
    }
    Confidence track = of(new BitSet());
    assertThat(track.boundLsb(0)).isCloseTo(2 * Math.sqrt(25 / 400.0), within(1e-5));
    assertThat(track.boundLsb(2))
        .isCloseTo(2 * Math.sqrt((8 + 2 * Math.sqrt(8) + 1) / 200), within(1e-5));
  }

  @Test
  @DisplayName("allows at least for the samples that are not reproduced")
  void missed() {
    reproduced.clear(0, 100);
    Confidence track = of(new BitSet());
    assertThat(track.boundLsb(0)).isCloseTo(2 * Math.sqrt(121 / 400.0), within(1e-5));
    assertThat(track.boundLsb(1)).isCloseTo(2 * Math.sqrt(1 / 400.0), within(1e-5));
  }

  @Test
  @DisplayName("says nothing of windows that did not settle")
  void unsettled() {
    BitSet unsettled = new BitSet();
    unsettled.set(2);
    Confidence track = of(unsettled);
    assertThat(track.boundLsb(2)).isInfinite();
    assertThat(track.ambiguous().isEmpty()).isTrue();
    assertThat(track.doubtful()).isEqualTo(unsettled);
    assertThat(track.certain().cardinality()).isEqualTo(800);
  }

  private Confidence of(BitSet unsettled) {
    WindowSums sums = new WindowSums(SAMPLES, SETTINGS.certainDoubt());
    for (int i = 0; i < SAMPLES; i++) {
      sums.add(i, 0, disagreement[i], doubt[i], reproduced.get(i));
      sums.rehearsed(i, rehearsed[i]);
    }
    BitSet bounded = (BitSet) unsettled.clone();
    bounded.flip(0, sums.windows());
    return Confidence.of(sums, bounded, SETTINGS);
  }
}
