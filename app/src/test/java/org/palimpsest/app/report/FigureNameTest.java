package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a figure in the report")
final class FigureNameTest {
  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "snrDb, 36.123, 36.1 dB",
    "removedLevelDbfs, -58.56, -58.6 dBFS",
    "bitExactShare, 0.98765, 98.76 %",
    "similarity, 0.98765, 0.988",
    "iterations, 20, 20",
    "evaluations, 12.34, 12.3",
    "restoredSnrToOriginalDb, Infinity, no difference",
    "snrDb, NaN, NaN"
  })
  @DisplayName("is rounded for reading and has its unit")
  void valueAndUnit(String name, String decimal, String printed) {
    assertThat(FigureName.value(name, decimal)).isEqualTo(printed);
  }

  @Test
  @DisplayName("that nobody gave words is printed by its name, after the others")
  void unknownNames() {
    assertThat(FigureName.words("newFigure")).isEqualTo("newFigure");
    assertThat(FigureName.inOrder(List.of("newFigure", "snrDb", "bitExactShare")))
        .containsExactly("bitExactShare", "snrDb", "newFigure");
  }

  @ParameterizedTest(name = "{0} s in steps of {1} s")
  @CsvSource({"0.5, 0.1", "5, 1", "14, 2", "60, 10", "7200, 1000"})
  @DisplayName("of a spectrogram has four to ten marks on its axis of time")
  void timeAxis(double seconds, double step) {
    assertThat(FigureBlock.secondsStep(seconds)).isEqualTo(step);
    assertThat(seconds / FigureBlock.secondsStep(seconds)).isBetween(2.0, 10.0);
  }
}
