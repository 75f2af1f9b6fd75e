package org.palimpsest.analysis.preimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.palimpsest.analysis.preimage.Noise.energy;
import static org.palimpsest.analysis.preimage.Noise.gains;
import static org.palimpsest.analysis.preimage.Noise.largest;
import static org.palimpsest.analysis.preimage.Noise.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;

@DisplayName("The safeguarded fixed point")
final class FixedPointTest {
  private static final FixedPointSettings SETTINGS = new FixedPointSettings(60, 50, 1.2, 0.02);

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 2, 5, 100, 7_001})
  @DisplayName("finds the pre-image of a contraction, of any length")
  void solvesContractions(int length) throws Exception {
    LocalPerturbation delta = new LocalPerturbation(gains(length, 0.6f), 1_000);
    float[] original = signal(length, 1);
    FixedPoint solution = solve(delta, delta.protect(original, false));
    assertThat(largest(solution.residual())).isLessThan(0.02 * Pcm16.LSB);
    for (int i = 0; i < length; i++) {
      assertThat(solution.estimate()[i]).isCloseTo(original[i], within((float) Pcm16.LSB / 10));
    }
    assertThat(solution.iterations()).isBetween(1, 30);
  }

  @Test
  @DisplayName("needs no iteration where the start is the solution")
  void knowsASolution() throws Exception {
    LocalPerturbation delta = new LocalPerturbation(gains(3_000, 0.5f), 1_000);
    float[] original = signal(3_000, 2);
    float[] exhibit = delta.protect(original, false);
    FixedPoint solution = new FixedPoint(delta, SETTINGS, exhibit, original);
    solution.solve(Progress.NONE, Cancellation.NEVER);
    assertThat(solution.iterations()).isZero();
    assertThat(solution.evaluations()).isCloseTo(1, within(1e-9));
    assertThat(solution.estimate()).isEqualTo(original);
  }

  @Test
  @DisplayName("lowers the residual of random contractions with every iteration allowed")
  void lowersTheResidual() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      float[] gains = new float[2_000];
      for (int i = 0; i < gains.length; i++) {
        gains[i] = random.nextFloat() * 1.6f - 0.8f;
      }
      LocalPerturbation delta = new LocalPerturbation(gains, 700);
      float[] exhibit = delta.protect(signal(2_000, seed), true);
      double before = Double.POSITIVE_INFINITY;
      for (int iterations = 1; iterations <= 12; iterations++) {
        FixedPoint solution =
            new FixedPoint(
                delta, new FixedPointSettings(iterations, 50, 1.2, 0.02), exhibit, exhibit);
        solution.solve(Progress.NONE, Cancellation.NEVER);
        double energy = energy(solution.residual(), 0, 2_000);
        assertThat(energy)
            .as("seed %d, iteration %d", seed, iterations)
            .isLessThanOrEqualTo(before);
        before = energy;
      }
    }
  }

  @Test
  @DisplayName("holds where the plain iteration diverges, and solves all the rest")
  void survivesExpansion() throws Exception {
    float[] gains = gains(6_000, 0.4f);
    Arrays.fill(gains, 2_000, 2_400, 2.5f);
    LocalPerturbation delta = new LocalPerturbation(gains, 1_500);
    float[] original = signal(6_000, 3);
    float[] exhibit = delta.protect(original, false);
    double start = startEnergy(delta, exhibit);
    assertThat(plainEnergy(delta, exhibit, 60)).isGreaterThan(start / 10);
    FixedPoint solution = solve(delta, exhibit);
    assertThat(energy(solution.residual(), 0, 6_000)).isLessThan(start / 10);
    for (int i = 0; i < 6_000; i++) {
      if (i < 1_800 || i > 2_600) {
        assertThat(solution.estimate()[i]).isCloseTo(original[i], within((float) Pcm16.LSB));
      }
    }
  }

  @Test
  @DisplayName("does not compute pieces again that have settled")
  void leavesSettledPieces() throws Exception {
    float[] gains = new float[4_000];
    Arrays.fill(gains, 3_000, 4_000, 0.7f);
    LocalPerturbation delta = new LocalPerturbation(gains, 1_000);
    float[] exhibit = delta.protect(signal(4_000, 4), false);
    FixedPoint solution = solve(delta, exhibit);
    assertThat(largest(solution.residual())).isLessThan(0.02 * Pcm16.LSB);
    assertThat(delta.computed()).filteredOn(new SampleRange(0, 1_000)::equals).hasSize(1);
    assertThat(delta.computed()).filteredOn(new SampleRange(1_000, 2_000)::equals).hasSize(1);
    assertThat(delta.computed())
        .filteredOn(new SampleRange(3_000, 4_000)::equals)
        .hasSizeGreaterThan(5);
    assertThat(solution.evaluations()).isLessThan(solution.iterations());
  }

  @Test
  @DisplayName("does not move samples whose residual it no longer computes")
  void doesNotDrift() throws Exception {
    float[] gains = new float[2_000];
    Arrays.fill(gains, 1_010, 2_000, -0.95f); // slow, right beside the settled piece
    LocalPerturbation delta = new LocalPerturbation(gains, 1_000);
    float[] exhibit = delta.protect(signal(2_000, 5), false);
    float[] start = exhibit.clone();
    for (int i = 900; i < 990; i++) {
      start[i] += (float) (0.015 * Pcm16.LSB); // settled, but not quite solved
    }
    FixedPoint solution = new FixedPoint(delta, SETTINGS, exhibit, start);
    solution.solve(Progress.NONE, Cancellation.NEVER);
    float[] output = new float[2_000];
    for (SampleRange piece : delta.pieces(2_000)) {
      delta.compute(solution.estimate(), piece, output);
    }
    for (int i = 0; i < 2_000; i++) {
      double residual = (double) solution.estimate()[i] + output[i] - exhibit[i];
      assertThat(Math.abs(residual)).as("sample %d", i).isLessThan(0.025 * Pcm16.LSB);
    }
  }

  @Test
  @DisplayName("gives in pieces what it gives in one")
  void piecesEqualTheWhole() throws Exception {
    float[] gains = gains(5_000, 0.7f);
    float[] original = signal(5_000, 6);
    LocalPerturbation whole = new LocalPerturbation(gains, 5_000);
    float[] exhibit = whole.protect(original, true);
    float[] expected = solve(whole, exhibit).estimate();
    float[] pieced = solve(new LocalPerturbation(gains, 333), exhibit).estimate();
    for (int i = 0; i < expected.length; i++) {
      assertThat(pieced[i]).isCloseTo(expected[i], within((float) Pcm16.LSB / 10));
    }
  }

  @Test
  @DisplayName("solves a perturbation that depends on the whole signal")
  void solvesGlobalPerturbations() throws Exception {
    Perturbation mean =
        new Perturbation() {
          @Override
          public List<SampleRange> pieces(int length) {
            return List.of(new SampleRange(0, length));
          }

          @Override
          public SampleRange reach(SampleRange piece, int length) {
            return piece;
          }

          @Override
          public void compute(float[] signal, SampleRange piece, float[] output) {
            double sum = 0;
            for (float sample : signal) {
              sum += Math.abs(sample);
            }
            Arrays.fill(output, (float) (0.5 * sum / signal.length));
          }
        };
    float[] original = signal(3_000, 7);
    float[] exhibit = new float[3_000];
    mean.compute(original, new SampleRange(0, 3_000), exhibit);
    for (int i = 0; i < exhibit.length; i++) {
      exhibit[i] += original[i];
    }
    float[] estimate = solve(mean, exhibit).estimate();
    for (int i = 0; i < exhibit.length; i++) {
      assertThat(estimate[i]).isCloseTo(original[i], within((float) Pcm16.LSB / 10));
    }
  }

  @Test
  @DisplayName("stops in the middle when cancelled")
  void stops() {
    LocalPerturbation delta = new LocalPerturbation(gains(5_000, 0.9f), 1_000);
    float[] exhibit = delta.protect(signal(5_000, 8), true);
    FixedPoint solution = new FixedPoint(delta, SETTINGS, exhibit, exhibit);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(() -> solution.solve(Progress.NONE, () -> asked.incrementAndGet() > 20))
        .isInstanceOf(CancelledException.class);
    assertThat(delta.computed()).hasSizeBetween(10, 20);
  }

  @Test
  @DisplayName("limits its settings")
  void limitsSettings() {
    for (int[] wrong : new int[][] {{0, 400}, {1001, 400}, {30, 0}, {30, 160_001}}) {
      assertThatThrownBy(() -> new FixedPointSettings(wrong[0], wrong[1], 1.2, 0.02))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static FixedPoint solve(Perturbation delta, float[] exhibit) throws Exception {
    FixedPoint solution = new FixedPoint(delta, SETTINGS, exhibit, exhibit);
    solution.solve(Progress.NONE, Cancellation.NEVER);
    return solution;
  }

  private static double startEnergy(LocalPerturbation delta, float[] exhibit) {
    float[] first = delta.protect(exhibit, false);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.pow((double) first[i] - exhibit[i], 2);
    }
    return sum;
  }

  private static double plainEnergy(LocalPerturbation delta, float[] exhibit, int iterations) {
    float[] estimate = exhibit.clone();
    double energy = 0;
    for (int k = 0; k < iterations; k++) {
      float[] forward = delta.protect(estimate, false);
      energy = 0;
      for (int i = 0; i < exhibit.length; i++) {
        float residual = forward[i] - exhibit[i];
        energy += (double) residual * residual;
        estimate[i] -= residual;
      }
    }
    return energy;
  }
}
