package org.palimpsest.analysis.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The starts of an inversion")
final class StartsTest {
  private final float[] exhibit = filled(4_000, 0.5f);
  private final float[] guess = filled(4_000, 0.48f);
  private final float[] perturbation = filled(4_000, 0.01f);

  @Test
  @DisplayName("begin with the guess, then the exhibit, then the guess with noise")
  void order() {
    List<float[]> starts = new Starts(3, 0.2, 1).of(exhibit, guess, perturbation, 0);
    assertThat(starts).hasSize(3);
    assertThat(starts.get(0)).isEqualTo(guess);
    assertThat(starts.get(1)).isEqualTo(exhibit);
    assertThat(rootMeanSquare(starts.get(2), guess)).isCloseTo(0.2 * 0.01, within(1e-4));
    assertThat(new Starts(1, 0.2, 1).of(exhibit, guess, perturbation, 0)).containsExactly(guess);
    assertThat(new Starts(2, 0.2, 1).of(exhibit, guess, perturbation, 0)).hasSize(2);
  }

  @Test
  @DisplayName("go beyond the perturbation where the exhibit is the guess")
  void beyond() {
    List<float[]> starts = new Starts(2, 0.2, 1).of(exhibit, exhibit, perturbation, 0);
    assertThat(starts.get(1)[7]).isCloseTo(0.5f - 2 * 0.01f, within(1e-7f));
  }

  @Test
  @DisplayName("give a sample the same noise in a piece as in the whole, and other noise per seed")
  void noiseByPlace() {
    float[] whole = new Starts(3, 0.2, 1).of(exhibit, guess, perturbation, 0).get(2);
    float[] piece =
        new Starts(3, 0.2, 1)
            .of(filled(2_000, 0.5f), filled(2_000, 0.48f), filled(2_000, 0.01f), 1_000)
            .get(2);
    assertThat(piece).containsExactly(Arrays.copyOfRange(whole, 1_000, 3_000));
    float[] other = new Starts(3, 0.2, 2_000_000).of(exhibit, guess, perturbation, 0).get(2);
    assertThat(other[5]).isNotEqualTo(whole[5]);
  }

  @Test
  @DisplayName("are one to three")
  void count() {
    assertThatThrownBy(() -> new Starts(0, 0.2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Starts(4, 0.2, 1)).hasMessage("starts lies between 1 and 3");
  }

  private static double rootMeanSquare(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return Math.sqrt(sum / a.length);
  }

  private static float[] filled(int length, float value) {
    float[] filled = new float[length];
    Arrays.fill(filled, value);
    return filled;
  }
}
