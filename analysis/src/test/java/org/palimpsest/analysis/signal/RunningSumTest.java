package org.palimpsest.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A running sum")
final class RunningSumTest {
  @Test
  @DisplayName("sums and averages what lies around a sample, at the ends what there is")
  void around() {
    RunningSum sum = RunningSum.ofSquares(new float[] {1, 2, 3, 4});
    assertThat(sum.around(1, 1)).isEqualTo(1 + 4 + 9);
    assertThat(sum.around(0, 1)).isEqualTo(1 + 4);
    assertThat(sum.around(3, 2)).isEqualTo(4 + 9 + 16);
    assertThat(sum.around(2, 100)).isEqualTo(30);
    assertThat(sum.meanAround(0, 1)).isEqualTo(2.5);
    assertThat(sum.meanAround(2, 0)).isEqualTo(9);
    assertThat(new RunningSum(3, i -> -i).around(1, 1)).isEqualTo(-3);
  }
}
