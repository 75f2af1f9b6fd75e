package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a spectrogram in the report")
final class FigureBlockTest {
  @ParameterizedTest(name = "{0} s in steps of {1} s")
  @CsvSource({"0.5, 0.1", "5, 1", "14, 2", "60, 10", "7200, 1000"})
  @DisplayName("has four to ten marks on its axis of time")
  void timeAxis(double seconds, double step) {
    assertThat(FigureBlock.axisStep(seconds)).isEqualTo(step);
    assertThat(seconds / FigureBlock.axisStep(seconds)).isBetween(2.0, 10.0);
  }
}
