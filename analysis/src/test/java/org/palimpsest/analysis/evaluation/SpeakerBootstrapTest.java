package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the bootstrap over speakers")
final class SpeakerBootstrapTest {
  /** Speakers whose same-speaker scores lie {@code apart} above the others, give or take. */
  private static Trials trials(int speakers, double apart, double spreadOfSpeakers) {
    Random random = new Random(5);
    List<Trial> trials = new ArrayList<>();
    for (int s = 0; s < speakers; s++) {
      double own = apart + spreadOfSpeakers * random.nextGaussian();
      for (int i = 0; i < 10; i++) {
        trials.add(new Trial(s, s, own + random.nextGaussian()));
      }
      for (int t = s + 1; t < speakers; t++) {
        for (int i = 0; i < 10; i++) {
          trials.add(new Trial(s, t, random.nextGaussian()));
        }
      }
    }
    return Trials.of(trials);
  }

  @Test
  @DisplayName("gives an interval around the rate, the same for the same seed")
  void aroundTheRate() {
    Trials trials = trials(12, 2, 0.5);
    double rate = EqualErrorRate.of(trials).getAsDouble();
    Interval interval = new SpeakerBootstrap(1, 500).of(trials, 12).get();
    assertThat(interval.low()).isLessThan(rate);
    assertThat(interval.high()).isGreaterThan(rate);
    assertThat(new SpeakerBootstrap(1, 500).of(trials, 12)).hasValue(interval);
    assertThat(new SpeakerBootstrap(2, 500).of(trials, 12).get()).isNotEqualTo(interval);
  }

  @Test
  @DisplayName("is wider where speakers differ and with fewer of them")
  void width() {
    double alike = width(trials(12, 2, 0), 12);
    assertThat(width(trials(12, 2, 2), 12)).isGreaterThan(alike);
    assertThat(width(trials(40, 2, 0), 40)).isLessThan(alike);
  }

  @Test
  @DisplayName("covers the true rate about as often as it says")
  void coverage() {
    // scores of N(2,1) and N(0,1): the true rate is Φ(−1)
    double truth = 0.158655;
    Random random = new Random(9);
    int covered = 0;
    for (int round = 0; round < 100; round++) {
      List<Trial> trials = new ArrayList<>();
      for (int s = 0; s < 30; s++) {
        for (int i = 0; i < 8; i++) {
          trials.add(new Trial(s, s, 2 + random.nextGaussian()));
          trials.add(new Trial(s, (s + 1) % 30, random.nextGaussian()));
        }
      }
      Interval interval = new SpeakerBootstrap(round, 200).of(Trials.of(trials), 30).get();
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(85, 100);
  }

  @Test
  @DisplayName("draws again where one speaker alone was drawn")
  void drawsAgain() {
    assertThat(new SpeakerBootstrap(1, 100).of(trials(2, 1, 0), 2)).isPresent();
  }

  @Test
  @DisplayName("asks for enough resamples, and an interval for its order")
  void refuses() {
    assertThatThrownBy(() -> new SpeakerBootstrap(1, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double width(Trials trials, int speakers) {
    Interval interval = new SpeakerBootstrap(1, 500).of(trials, speakers).get();
    return interval.high() - interval.low();
  }
}
