package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("µ-law")
final class G711Test {
  @Test
  @DisplayName("knows 255 values, symmetrical, of which each is kept as it is")
  void keepsItsValues() {
    TreeSet<Short> values = new TreeSet<>();
    for (int code = Short.MIN_VALUE; code <= Short.MAX_VALUE; code++) {
      values.add(G711.muLaw((short) code));
    }
    assertThat(values).hasSize(255).contains((short) 0, (short) 8, (short) -8);
    assertThat(values.last()).isEqualTo((short) 32124); // G.711, table 2a: 8031 of 8159, times 4
    assertThat(values.first()).isEqualTo((short) -32124);
    assertThat(values).allSatisfy(v -> assertThat(G711.muLaw(v)).isEqualTo(v));
  }

  @Test
  @DisplayName("is never further away than half a step of its segment")
  void isNearest() {
    for (int code = -32635; code <= 32635; code++) {
      int error = Math.abs(G711.muLaw((short) code) - code);
      assertThat(error).isLessThanOrEqualTo(4 + (Math.abs(code) + 132) / 32);
    }
  }
}
