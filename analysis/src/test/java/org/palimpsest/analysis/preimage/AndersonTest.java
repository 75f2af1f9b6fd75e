package org.palimpsest.analysis.preimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.analysis.preimage.Noise.gains;
import static org.palimpsest.analysis.preimage.Noise.largest;
import static org.palimpsest.analysis.preimage.Noise.signal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

@DisplayName("Anderson acceleration in windows")
final class AndersonTest {
  static final AndersonSettings SETTINGS = new AndersonSettings(40, 8, 400, 1e-8, true, 0.05);

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 2, 399, 400, 401, 7_001})
  @DisplayName("finds the pre-image of a contraction, of any length")
  void solvesContractions(int length) throws Exception {
    LocalPerturbation delta = new LocalPerturbation(gains(length, 0.6f), length);
    float[] original = signal(length, 1);
    Solution solution = solve(delta, SETTINGS, delta.protect(original, false));
    assertThat(largest(solution.residual)).isLessThan(0.05 * Pcm16.LSB);
    for (int i = 0; i < length; i++) {
      assertThat(solution.estimate[i]).isCloseTo(original[i], within((float) Pcm16.LSB / 5));
    }
  }

  @Test
  @DisplayName("solves expansions on which the plain iteration diverges")
  void solvesExpansions() throws Exception {
    float[] strong = gains(6_000, 0.4f);
    Arrays.fill(strong, 2_000, 4_000, 1.6f);
    LocalPerturbation delta = new LocalPerturbation(strong, 6_000);
    float[] original = signal(6_000, 3);
    float[] exhibit = delta.protect(original, false);
    AndersonSettings plain = new AndersonSettings(40, 0, 400, 1e-8, false, 0.05);
    double start =
        energy(solve(delta, new AndersonSettings(1, 0, 400, 1e-8, false, 0.05), exhibit));
    assertThat(energy(solve(delta, plain, exhibit))).isGreaterThan(start / 1e4);
    Solution solution = solve(delta, SETTINGS, exhibit);
    assertThat(largest(solution.residual)).isLessThan(0.05 * Pcm16.LSB);
    for (int i = 0; i < 6_000; i++) {
      assertThat(solution.estimate[i]).isCloseTo(original[i], within((float) Pcm16.LSB));
    }
  }

  @Test
  @DisplayName("needs fewer iterations the more steps it remembers")
  void remembers() throws Exception {
    LocalPerturbation delta = new LocalPerturbation(gains(4_000, 0.9f), 4_000);
    float[] exhibit = delta.protect(signal(4_000, 4), false);
    int before = Integer.MAX_VALUE;
    for (int history : new int[] {0, 1, 4}) {
      AndersonSettings settings = new AndersonSettings(200, history, 400, 1e-8, true, 0.05);
      int iterations = solve(delta, settings, exhibit).iterations;
      assertThat(iterations).isLessThan(before);
      before = iterations;
    }
  }

  @Test
  @DisplayName("needs no iteration where the start is the solution")
  void knowsASolution() throws Exception {
    LocalPerturbation delta = new LocalPerturbation(gains(3_000, 0.5f), 3_000);
    float[] original = signal(3_000, 2);
    float[] exhibit = delta.protect(original, false);
    Solution solution = new Anderson(delta, SETTINGS, exhibit).solve(original, Cancellation.NEVER);
    assertThat(solution.iterations).isZero();
    assertThat(solution.evaluations).isEqualTo(1);
    assertThat(solution.estimate).isEqualTo(original);
  }

  @Test
  @DisplayName("gives up where nothing is gained any more, and keeps the best it had")
  void givesUp() throws Exception {
    LocalPerturbation nothing = new LocalPerturbation(gains(1_000, -1 / 0.9999f), 1_000);
    float[] exhibit = gains(1_000, 0.9f); // far outside of what y + δ(y) can be near 0
    Arrays.fill(exhibit, 0, 500, 0.04f);
    AndersonSettings settings = new AndersonSettings(500, 2, 400, 1e-8, true, 1e-6);
    Solution solution = solve(nothing, settings, exhibit);
    assertThat(solution.iterations).isLessThan(500);
    Solution one = solve(nothing, new AndersonSettings(1, 2, 400, 1e-8, true, 1e-6), exhibit);
    assertThat(energy(solution)).isLessThanOrEqualTo(energy(one));
  }

  @Test
  @DisplayName("stops in the middle when cancelled")
  void stops() {
    LocalPerturbation delta = new LocalPerturbation(gains(5_000, 0.9f), 5_000);
    float[] exhibit = delta.protect(signal(5_000, 8), true);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                new Anderson(delta, SETTINGS, exhibit)
                    .solve(exhibit, () -> asked.incrementAndGet() > 3))
        .isInstanceOf(CancelledException.class);
    assertThat(delta.computed()).hasSize(3);
  }

  @Test
  @DisplayName("limits its settings")
  void limitsSettings() {
    for (int[] wrong : new int[][] {{0, 8, 400}, {1001, 8, 400}, {9, -1, 400}, {9, 21, 400}}) {
      assertThatThrownBy(() -> settings(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> settings(9, 8, 159))
        .hasMessageContaining("windowSamples lies between");
    assertThatThrownBy(() -> settings(9, 8, 160_001)).hasMessageContaining("windowSamples");
  }

  private static AndersonSettings settings(int... values) {
    return new AndersonSettings(values[0], values[1], values[2], 1e-8, true, 0.05);
  }

  private static double energy(Solution solution) {
    return Noise.energy(solution.residual, 0, solution.residual.length);
  }

  private static Solution solve(Perturbation delta, AndersonSettings settings, float[] exhibit)
      throws Exception {
    return new Anderson(delta, settings, exhibit).solve(exhibit, Cancellation.NEVER);
  }
}
