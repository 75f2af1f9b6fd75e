package org.palimpsest.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("the outcome of a blind test")
final class BlindTestTest {
  @ParameterizedTest
  @CsvSource({
    "0, 12, 1.0",
    "6, 12, 0.61279296875",
    "9, 12, 0.072998046875",
    "12, 12, 0.000244140625",
    "1, 1, 0.5",
    "200, 200, 6.223015277861142e-61",
  })
  @DisplayName(
      "says how often who guesses is right as often: the tail of the binomial distribution")
  void byGuessing(int right, int trials, double share) {
    assertThat(new BlindTest(right, trials, trials).byGuessing())
        .isCloseTo(share, within(1e-9 * share));
  }

  @Test
  @DisplayName("is read from the entry, with a test that was ended early named so")
  void words() {
    JsonObject entry =
        JsonObject.empty().with("order", "ABBA").with("answers", "ABAA").with("planned", 12);
    assertThat(BlindTest.of(entry)).isEqualTo(new BlindTest(3, 4, 12));
    assertThat(BlindTest.of(entry).words())
        .isEqualTo(
            "3 of 4 right, ended early of 12 planned; who only guesses is right at least as often"
                + " in 31 % of such tests");
    assertThat(new BlindTest(9, 12, 12).words()).startsWith("9 of 12 right; ").contains("7.3 %");
  }
}
