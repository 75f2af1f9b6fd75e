package org.palimpsest.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a count")
final class CountTest {
  @Test
  @DisplayName("names one thing in the singular, and none or several in the plural")
  void forms() {
    assertThat(Count.of(0, "entry", "entries")).isEqualTo("0 entries");
    assertThat(Count.of(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Count.of(21, "entry", "entries")).isEqualTo("21 entries");
  }
}
