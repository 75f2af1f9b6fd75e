package org.palimpsest.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.analysis.compare.Embedding;

@DisplayName("trials")
final class TrialsTest {
  private static EmbeddedUtterance voice(int utterance, int speaker, double degrees) {
    double angle = Math.toRadians(degrees);
    return new EmbeddedUtterance(
        utterance, speaker, Embedding.of(new double[] {Math.cos(angle), Math.sin(angle)}));
  }

  private static final List<EmbeddedUtterance> PLAIN =
      List.of(voice(0, 0, 0), voice(1, 0, 60), voice(2, 1, 90), voice(3, 1, 180));

  @Test
  @DisplayName("within one condition are each pair once")
  void pairsOnce() {
    Trials trials = Trials.within(PLAIN);
    assertThat(trials.same()).isEqualTo(2);
    assertThat(trials.different()).isEqualTo(4);
    assertThat(trials.meanSameScore()).isCloseTo((0.5 + 0) / 2, within(1e-12));
  }

  @Test
  @DisplayName("across conditions are each ordered pair, but never a file with itself")
  void pairsBothWays() {
    Trials trials = Trials.across(PLAIN, PLAIN);
    assertThat(trials.same()).isEqualTo(4);
    assertThat(trials.different()).isEqualTo(8);
    assertThat(trials.byScore()).allMatch(trial -> trial.score() < 0.999);
  }

  @Test
  @DisplayName("across conditions leave out utterances that one of them lacks")
  void missingOnesAreLeftOut() {
    Trials trials = Trials.across(PLAIN, PLAIN.subList(0, 3));
    assertThat(trials.same()).isEqualTo(3);
    assertThat(trials.different()).isEqualTo(6);
  }

  @Test
  @DisplayName("have no error rate where one sort is missing")
  void needsBothSorts() {
    Trials oneSpeaker = Trials.within(PLAIN.subList(0, 2));
    assertThat(oneSpeaker.haveBothSorts()).isFalse();
    assertThat(EqualErrorRate.of(oneSpeaker)).isEmpty();
    assertThat(new SpeakerBootstrap(1, 100).of(oneSpeaker, 1)).isEmpty();
    assertThat(EqualErrorRate.of(Trials.of(List.of()))).isEmpty();
    assertThat(Trials.of(List.of()).meanSameScore()).isNaN();
  }

  @Test
  @DisplayName("do not depend on the order in which they were listed")
  void orderIsNothing() {
    List<EmbeddedUtterance> turned = new ArrayList<>(PLAIN);
    java.util.Collections.reverse(turned);
    assertThat(Trials.within(turned).byScore().stream().map(Trial::score))
        .containsExactlyElementsOf(
            Trials.within(PLAIN).byScore().stream().map(Trial::score).toList());
  }
}
