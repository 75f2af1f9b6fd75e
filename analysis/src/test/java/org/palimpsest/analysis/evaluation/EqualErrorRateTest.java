package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the equal error rate")
final class EqualErrorRateTest {
  private static Trials trials(double[] same, double[] different) {
    List<Trial> trials = new ArrayList<>();
    for (double score : same) {
      trials.add(new Trial(0, 0, score));
    }
    for (double score : different) {
      trials.add(new Trial(0, 1, score));
    }
    return Trials.of(trials);
  }

  /** The last column was computed by error_rate of models/training/data.py (NumPy). */
  @ParameterizedTest(name = "{0} and {1} trials, shifted by {2}, in steps of {3}")
  @CsvSource({
    "40, 300, 0.5, 0, 7, 0.3516666666666667",
    "33, 257, 0.2, 0, 8, 0.45489918641669613",
    "50, 50, 0.4, 0.1, 9, 0.37",
    "10, 90, 1.5, 0, 10, 0.19999999999999998",
    "25, 100, -0.5, 0.05, 11, 0.6699999999999999",
    "7, 3, 0.3, 0.25, 12, 0.6904761904761905"
  })
  @DisplayName("equals that of the training's measurement, ties included")
  void equalsTheReference(
      int same, int different, double shift, double step, int seed, double expected) {
    double[] values = FormulaVoice.noise(same + different, seed);
    double[] ones = new double[same];
    double[] others = new double[different];
    for (int i = 0; i < values.length; i++) {
      double value = i < same ? values[i] + shift : values[i];
      double score = step > 0 ? Math.rint(value / step) : value;
      if (i < same) {
        ones[i] = score;
      } else {
        others[i - same] = score;
      }
    }
    assertThat(EqualErrorRate.of(trials(ones, others)).getAsDouble())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  @DisplayName("is 0 for scores that separate, 1 for scores that are turned round")
  void extremes() {
    double[] high = {3, 4};
    double[] low = {1, 2};
    assertThat(EqualErrorRate.of(trials(high, low))).hasValue(0);
    assertThat(EqualErrorRate.of(trials(low, high))).hasValue(1);
  }

  @Test
  @DisplayName("with every speaker once is the plain one")
  void onceIsPlain() {
    Trials trials = speakers(FormulaVoice.noise(15, 3));
    assertThat(EqualErrorRate.of(trials, new int[] {1, 1, 1})).isEqualTo(EqualErrorRate.of(trials));
  }

  @Test
  @DisplayName("with a speaker twice is that of the trials written out")
  void copiesAreTrials() {
    Trials trials = speakers(FormulaVoice.noise(15, 4));
    int[] copies = {2, 1, 0};
    List<Trial> written = new ArrayList<>();
    for (Trial trial : trials.byScore()) {
      int times =
          trial.same()
              ? copies[trial.enrolled()]
              : copies[trial.enrolled()] * copies[trial.tested()];
      for (int i = 0; i < times; i++) {
        written.add(trial);
      }
    }
    assertThat(EqualErrorRate.of(trials, copies)).isEqualTo(EqualErrorRate.of(Trials.of(written)));
    assertThat(EqualErrorRate.of(trials, new int[] {3, 0, 0})).isEmpty();
  }

  /** Three speakers: five trials each of one speaker and of each two. */
  private static Trials speakers(double[] scores) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      trials.add(new Trial(i % 3, i % 3, scores[i] + 0.4));
      trials.add(new Trial(i % 3, (i + 1) % 3, scores[(i + 7) % scores.length]));
    }
    return Trials.of(trials);
  }
}
