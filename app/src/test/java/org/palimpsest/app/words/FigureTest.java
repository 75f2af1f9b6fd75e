package org.palimpsest.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a figure in words")
final class FigureTest {
  @ParameterizedTest(name = "{0} {1} is {2}: {3}")
  @CsvSource({
    "snrDb, 36.123, 'SNR, exhibit to restored', 36.1 dB",
    "removedLevelDbfs, -58.56, Level of what was removed, −58.6 dBFS",
    "bitExactShare, 0.98764, Validation: samples equal to the original, 98.76 %",
    "unsettledShare, 0, 25 ms windows not settled, 0.00 %",
    "iterations, 20, Iterations, 20",
    "evaluations, 12.34, Evaluations of the protector, 12.34",
    "restoredSnrToOriginalDb, Infinity, 'Validation: SNR, restored to original', ∞ (equal)",
    "forwardResidualDb, -Infinity, Forward residual, −∞",
    "snrDb, NaN, 'SNR, exhibit to restored', undefined",
    "snrDb, -0.0004, 'SNR, exhibit to restored', 0.0 dB",
    "newThing, 0.12345678, newThing, 0.1235",
    "note, as text, note, as text"
  })
  @DisplayName("is rounded for reading and has its unit")
  void valueAndUnit(String key, String decimal, String name, String value) {
    assertThat(Figure.of(JsonObject.empty().with(key, decimal)))
        .containsExactly(new Figure(name, value, false));
  }

  @Test
  @DisplayName("of one exhibit or encoder names it, and is known to rank only")
  void groups() {
    JsonObject similarity = JsonObject.empty().with("K1", "0.5626").with("K2", "-0.1");
    assertThat(Figure.of(JsonObject.empty().with("similarity", similarity)))
        .containsExactly(
            new Figure("Cosine similarity, K1", "0.563", true),
            new Figure("Cosine similarity, K2", "−0.100", true));
  }

  @Test
  @DisplayName("stands in a fixed order, one that nobody gave words last")
  void order() {
    JsonObject results =
        JsonObject.empty().with("aNewOne", "1").with("iterations", "3").with("bitExactShare", "1");
    assertThat(Figure.of(results))
        .extracting(Figure::name)
        .containsExactly("Validation: samples equal to the original", "Iterations", "aNewOne");
  }
}
