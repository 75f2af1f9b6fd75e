package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a time in UTC")
final class UtcTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00.000Z",
    "2026-03-01T12:00:00.25Z, 2026-03-01T12:00:00.250Z",
    "2026-03-01T12:00:00.001999999Z, 2026-03-01T12:00:00.001Z",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00.000Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
  })
  @DisplayName("has one form, to the millisecond that has begun, and is read back from it")
  void form(Instant time, String text) {
    assertThat(UtcTime.format(time)).isEqualTo(text);
    assertThat(UtcTime.parse(text)).isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-01T12:00:00.0001Z",
        "2026-3-1T12:00:00.000Z",
        "2026-03-01t12:00:00.000z",
        "2026-03-01T12:00:00,000Z",
        "2026-03-01T12:00:60.000Z",
        "2026-03-01T25:00:00.000Z",
        "2026-04-31T12:00:00.000Z",
        "1900-02-29T12:00:00.000Z",
        "2026-03-01T12:00:00.000Z ",
        " 2026-03-01T12:00:00.000Z",
        "2026-03-01T12:00:00.000+00:00",
        "+2026-03-01T12:00:00.000Z",
        "+10000-01-01T00:00:00.000Z",
        "-0001-01-01T00:00:00.000Z",
        "12026-03-01T12:00:00.000Z",
        "\u0662\u0660\u0662\u0666-03-01T12:00:00.000Z",
      })
  @DisplayName("is read in no other form: a year has four digits, a minute sixty seconds")
  void otherForms(String text) {
    assertThatThrownBy(() -> UtcTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a time in UTC with three decimals: " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59.999Z"})
  @DisplayName("is not written where it could not be read back")
  void otherYears(Instant time) {
    assertThatThrownBy(() -> UtcTime.format(time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("four digits");
  }

  @Test
  @DisplayName("has Western digits whatever the user's language is")
  void language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab-ca-islamic"));
      assertThat(UtcTime.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    } finally {
      Locale.setDefault(before);
    }
  }
}
