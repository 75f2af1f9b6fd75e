package org.palimpsest.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a count")
final class CountTest {
  @Test
  @DisplayName("names one thing in the singular, and none or several in the plural")
  void forms() {
    assertThat(Count.of(0, "entry")).isEqualTo("0 entries");
    assertThat(Count.of(1, "entry")).isEqualTo("1 entry");
    assertThat(Count.of(21, "entry")).isEqualTo("21 entries");
    assertThat(Count.of(1, "byte") + Count.of(2, "byte")).isEqualTo("1 byte2 bytes");
  }

  @Test
  @DisplayName("lists what there is, if anything")
  void lists() {
    assertThat(Count.list(List.of())).isEqualTo("none");
    assertThat(Count.list(List.of("Q1"))).isEqualTo("Q1");
    assertThat(Count.list(List.of("Q1", "K1"))).isEqualTo("Q1, K1");
  }
}
