package org.palimpsest.analysis.preimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.analysis.preimage.Noise.gains;
import static org.palimpsest.analysis.preimage.Noise.signal;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.method.Cancellation;

@DisplayName("The search for the recording before protection")
final class PreImageTest {
  private static final PreImage SEARCH = new PreImage(AndersonTest.SETTINGS, 4);

  @Test
  @DisplayName("gets more samples right on the grid than by rounding, and reproduces the exhibit")
  void usesTheGrid() throws Exception {
    FilterPerturbation delta = new FilterPerturbation(0.1);
    float[] original = signal(8_000, 1);
    float[] exhibit = delta.protect(original);
    Found rounded =
        new PreImage(AndersonTest.SETTINGS, 0)
            .find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    Found onGrid = SEARCH.find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    assertThat(right(onGrid, original)).isGreaterThan(right(rounded, original));
    assertThat(onGrid.reproduced().cardinality()).isGreaterThan(rounded.reproduced().cardinality());
    float[] again = delta.protect(onGrid.signal());
    for (int i = 0; i < again.length; i++) {
      assertThat(onGrid.signal()[i]).isEqualTo(Pcm16.round(onGrid.signal()[i]));
      assertThat(again[i] == exhibit[i]).isEqualTo(onGrid.reproduced().get(i));
    }
    assertThat(onGrid.disagreement()).containsOnly(0);
    assertThat(onGrid.doubt()).containsOnly(0);
  }

  @Test
  @DisplayName("corrects on the grid where that helps, and not where the gain leads it away")
  void correctsInPlaces() throws Exception {
    FilterPerturbation delta = new FilterPerturbation(0.1, 8_000, 15);
    float[] original = signal(16_000, 3);
    float[] exhibit = delta.protect(original);
    Found rounded =
        new PreImage(AndersonTest.SETTINGS, 0)
            .find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    Found onGrid = SEARCH.find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    assertThat(reproduced(rounded, 8_000, 16_000)).isLessThan(7_000);
    assertThat(reproduced(onGrid, 0, 8_000)).isGreaterThan(reproduced(rounded, 0, 8_000) + 100);
    assertThat(reproduced(onGrid, 8_000, 16_000))
        .isGreaterThanOrEqualTo(reproduced(rounded, 8_000, 16_000) - 100);
    assertThat(onGrid.evaluations()).isGreaterThan(rounded.evaluations() + 2);
  }

  @Test
  @DisplayName("shows by disagreement where several recordings fit, and nowhere else")
  void showsFolds() throws Exception {
    float[] gains = gains(6_000, -0.3f);
    Arrays.fill(gains, 2_000, 2_400, -2.5f); // y − 2.5·0.05·tanh(y/0.05): up to three solutions
    LocalPerturbation delta = new LocalPerturbation(gains, 6_000);
    float[] original = new float[6_000];
    Arrays.fill(original, 0.09f);
    for (int i = 0; i < original.length; i++) {
      original[i] = Pcm16.round(original[i]);
    }
    float[] exhibit = delta.protect(original, true);
    float[] far = original.clone();
    Arrays.fill(far, 1_900, 2_500, -0.15f);
    Found found = SEARCH.find(delta, exhibit, List.of(original, far), Cancellation.NEVER);
    assertThat(found.signal()).isEqualTo(original);
    assertThat(found.disagreement()[2_200]).isGreaterThan((float) (100 * Pcm16.LSB));
    for (int i = 0; i < 6_000; i++) {
      if (i < 1_900 || i > 2_500) {
        assertThat(found.disagreement()[i]).isLessThanOrEqualTo((float) (2 * Pcm16.LSB));
      }
    }
  }

  @Test
  @DisplayName("takes another start's solution where it explains what the first does not")
  void mixes() throws Exception {
    float[] gains = gains(6_000, -0.3f);
    Arrays.fill(gains, 2_000, 2_400, -2.5f);
    LocalPerturbation delta = new LocalPerturbation(gains, 6_000);
    float[] original = signal(6_000, 5);
    float[] exhibit = delta.protect(original, true);
    AndersonSettings lazy = new AndersonSettings(1, 8, 400, 1e-8, true, 0.05);
    Found alone = new PreImage(lazy, 0).find(delta, exhibit, List.of(exhibit), Cancellation.NEVER);
    float[] half = exhibit.clone();
    System.arraycopy(original, 0, half, 0, 3_000);
    Found helped =
        new PreImage(lazy, 0).find(delta, exhibit, List.of(exhibit, half), Cancellation.NEVER);
    assertThat(helped.reproduced().cardinality())
        .isGreaterThan(alone.reproduced().cardinality() + 300);
    assertThat(helped.evaluations()).isGreaterThan(alone.evaluations());
  }

  @Test
  @DisplayName(
      "doubts samples whose rounding a small error would turn, and those are the wrong ones")
  void doubts() throws Exception {
    FilterPerturbation delta = new FilterPerturbation(0.1);
    float[] original = signal(40_000, 7);
    float[] exhibit = delta.protect(original);
    Found found = SEARCH.find(delta, exhibit, List.of(exhibit, original), Cancellation.NEVER);
    double expected = 0;
    int wrong = 0;
    int wrongButSure = 0;
    int sure = 0;
    for (int i = 0; i < original.length; i++) {
      boolean isWrong = found.signal()[i] != original[i];
      expected += found.doubt()[i];
      wrong += isWrong ? 1 : 0;
      sure += found.doubt()[i] < 0.01 ? 1 : 0;
      wrongButSure += isWrong && found.doubt()[i] < 0.01 ? 1 : 0;
    }
    assertThat(wrong).isPositive().isLessThan((int) (2 * expected));
    assertThat(sure).isGreaterThan(original.length / 20);
    assertThat(10.0 * wrongButSure / sure).isLessThan((double) wrong / original.length);
  }

  private static int reproduced(Found found, int from, int to) {
    return found.reproduced().get(from, to).cardinality();
  }

  private static int right(Found found, float[] original) {
    int right = 0;
    for (int i = 0; i < original.length; i++) {
      right += found.signal()[i] == original[i] ? 1 : 0;
    }
    return right;
  }
}
