package org.palimpsest.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemainingTimeTest {
  @ParameterizedTest
  @CsvSource({
    "10, 0.5, about 10 s left",
    "1, 0.999, about 1 s left",
    "60, 0.25, about 3 min left",
    "3600, 0.5, about 1 h 0 min left",
  })
  void saysIt(long seconds, double fraction, String words) {
    assertThat(RemainingTime.text(Duration.ofSeconds(seconds), fraction)).isEqualTo(words);
  }

  @Test
  void saysNothingTooEarly() {
    assertThat(RemainingTime.text(Duration.ofSeconds(9), 0.001)).isEmpty();
    assertThat(RemainingTime.text(Duration.ofSeconds(9), -1)).isEmpty();
    assertThat(RemainingTime.text(Duration.ofSeconds(9), Double.NaN)).isEmpty();
  }
}
