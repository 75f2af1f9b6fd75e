package org.palimpsest.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the parts of learning")
final class LearningTest {
  private static final String PLAN = "ab".repeat(32);

  @TempDir private Path folder;

  @Test
  @DisplayName("Adam's first step moves each value by the rate, its second as the formula says")
  void adam() {
    AdamState state = AdamState.of(new float[] {1, 1, 1});
    Adam adam = new Adam(100);
    adam.step(state, new float[] {3, -0.5f, 0}, 0.01, 1);
    assertThat(state.values()).containsExactly(new float[] {0.99f, 1.01f, 1}, within(1e-6f));
    adam.step(state, new float[] {-1, -0.5f, 0}, 0.01, 2);
    // first moments .9 * .3 - .1 = .17, second .999 * .009 + .001 = .009991; corrected by .19,
    // .001999
    double moved = 0.01 * (0.17 / 0.19) / Math.sqrt(0.009991 / 0.001999);
    assertThat(state.values()[0]).isCloseTo((float) (0.99 - moved), within(1e-6f));
  }

  @Test
  @DisplayName("a gradient beyond the largest norm counts as one of that norm")
  void clips() {
    AdamState clipped = AdamState.of(new float[2]);
    AdamState plain = AdamState.of(new float[2]);
    new Adam(5).step(clipped, new float[] {30, 40}, 0.01, 1);
    new Adam(5).step(plain, new float[] {3, 4}, 0.01, 1);
    assertThat(clipped.first()).containsExactly(plain.first(), within(1e-6f));
    assertThat(clipped.second()).containsExactly(plain.second(), within(1e-6f));
  }

  @Test
  @DisplayName("the rate rises, then falls along a half cosine")
  void schedule() {
    Schedule schedule = new Schedule(1, 1000);
    assertThat(schedule.rate(1)).isCloseTo(1.0 / 50, within(1e-9));
    assertThat(schedule.rate(50)).isCloseTo(0.99, within(0.01));
    assertThat(schedule.rate(501)).isCloseTo(0.5, within(1e-9));
    assertThat(schedule.rate(1000)).isPositive().isLessThan(1e-5);
  }

  @Test
  @DisplayName("crops depend on seed and step alone, and lie within the recordings to learn from")
  void crops() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    Crops crops = new Crops(TrainingPlan.read(training.work()));
    Crops again = new Crops(TrainingPlan.read(training.work()));
    assertThat(again.of(5).get(1).exhibit()).isEqualTo(crops.of(5).get(1).exhibit());
    assertThat(crops.of(6).get(1).exhibit()).isNotEqualTo(crops.of(5).get(1).exhibit());
    Crops other = new Crops(TrainingPlan.read(training.with("seed", 8).work()));
    assertThat(other.of(5).get(1).exhibit()).isNotEqualTo(crops.of(5).get(1).exhibit());
    for (int step = 1; step <= 100; step++) {
      List<Crop> batch = crops.of(step);
      assertThat(batch).hasSize(2).allMatch(crop -> crop.clean().length == 1600);
    }
  }

  @Test
  @DisplayName("a checkpoint gives back every bit")
  void checkpoint() throws Exception {
    Path file = folder.resolve("checkpoint");
    assertThat(Checkpoint.read(file, PLAN, 3)).isEmpty();
    float[] odd = {Float.MIN_VALUE, -0f, 1e30f};
    new Checkpoint(12, -3.25, 4, new AdamState(odd, new float[] {1, 2, 3}, new float[3]))
        .write(file, PLAN);
    Checkpoint read = Checkpoint.read(file, PLAN, 3).orElseThrow();
    assertThat(read.step()).isEqualTo(12);
    assertThat(read.lossSum()).isEqualTo(-3.25);
    assertThat(read.lossCount()).isEqualTo(4);
    assertThat(Arrays.equals(read.state().values(), odd)).isTrue();
    assertThat(read.state().first()).containsExactly(1, 2, 3);
  }

  @Test
  @DisplayName("a checkpoint that is damaged, or of another plan, is refused in one line")
  void checkpointRefused() throws Exception {
    Path file = folder.resolve("checkpoint");
    new Checkpoint(1, 0, 0, AdamState.of(new float[3])).write(file, PLAN);
    assertThatThrownBy(() -> Checkpoint.read(file, "cd".repeat(32), 3))
        .hasMessageContaining("of another training");
    byte[] bytes = Files.readAllBytes(file);
    bytes[70] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file, PLAN, 3)).hasMessageContaining("damaged");
    Files.write(file, Arrays.copyOf(bytes, 20));
    assertThatThrownBy(() -> Checkpoint.read(file, PLAN, 3)).hasMessageContaining("damaged");
  }
}
