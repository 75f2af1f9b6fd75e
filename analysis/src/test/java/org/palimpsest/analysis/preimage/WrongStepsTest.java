package org.palimpsest.analysis.preimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The likelihood of a wrong step")
final class WrongStepsTest {
  private final WrongSteps wrong = new WrongSteps();

  @Test
  @DisplayName("follows 2g²/π where noise does little, and is none where it does nothing")
  void small() {
    for (double gain : new double[] {0.02, 0.1, 0.2}) {
      assertThat(wrong.share(gain))
          .isCloseTo(2 * gain * gain / Math.PI, within(0.05 * gain * gain));
    }
    assertThat(wrong.share(0)).isZero();
    assertThat(wrong.share(0.00125)).isCloseTo(0, within(1e-5));
    assertThat(WrongSteps.probability(0, 0)).isZero();
  }

  @Test
  @DisplayName("gives back the share of wrong samples that it assumes")
  void consistent() {
    Random random = new Random(5);
    for (double gain : new double[] {0.3, 0.5, 0.7}) {
      double share = wrong.share(gain);
      int turned = 0;
      for (int i = 0; i < 200_000; i++) {
        double moved = gain * Math.sqrt(share) * random.nextGaussian();
        turned += moved > 0.5 * random.nextDouble() ? 1 : 0;
      }
      assertThat(turned / 200_000.0).isCloseTo(share, within(0.01));
    }
    assertThat(wrong.share(3)).isBetween(0.4, 0.5);
  }

  @Test
  @DisplayName("falls with the distance from the middle, with the share as its mean")
  void falls() {
    double mean = 0;
    for (int k = 0; k < 1_000; k++) {
      mean += WrongSteps.probability((k + 0.5) / 2_000, 0.03) / 1_000;
    }
    assertThat(mean).isCloseTo(0.03, within(1e-4));
    assertThat(WrongSteps.probability(0, 0.1)).isEqualTo(0.25);
    assertThat(WrongSteps.probability(0.2, 0.1)).isCloseTo(0.25 * Math.exp(-1), within(1e-12));
  }
}
