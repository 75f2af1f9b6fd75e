package org.palimpsest.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stretches of a recording")
final class SpanTest {
  @Test
  @DisplayName("are what neighbouring windows make up, the last no longer than the recording")
  void joins() {
    BitSet windows = new BitSet();
    windows.set(0, 2);
    windows.set(4);
    assertThat(Span.of(windows, 400, 16_000, 1_800))
        .containsExactly(new Span(0, 0.05), new Span(0.1, 0.1125));
    assertThat(Span.of(new BitSet(), 400, 16_000, 1_800)).isEmpty();
  }

  @Test
  @DisplayName("are told to the millisecond, twelve of them and how many more")
  void words() {
    assertThat(Span.words(List.of(new Span(0, 0.05), new Span(61.2, 61.225))))
        .isEqualTo("0.000 to 0.050 s, 61.200 to 61.225 s");
    BitSet windows = new BitSet();
    for (int w = 0; w < 30; w += 2) {
      windows.set(w);
    }
    assertThat(Span.words(Span.of(windows, 400, 16_000, 20_000))).endsWith("0.575 s and 3 more");
  }
}
