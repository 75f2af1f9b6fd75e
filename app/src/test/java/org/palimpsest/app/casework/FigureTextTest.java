package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a figure in the ledger")
final class FigureTextTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "1, 1",
    "-58.56611836378428, -58.5661184",
    "0.1, 0.1",
    "1.0E-12, 0.000000000001",
    "123456789012, 123456789000",
    "100, 100",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  @DisplayName("is a plain decimal of nine significant digits")
  void plainDecimal(double value, String text) {
    assertThat(FigureText.of(value)).isEqualTo(text);
  }
}
