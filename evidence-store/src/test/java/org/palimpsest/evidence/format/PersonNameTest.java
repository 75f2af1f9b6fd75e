package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the name of a person")
final class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zo\u00eb stra\u00dfe",
        "ZO\u00cb STRASSE",
        "Zoe\u0308 Stra\u1e9ee",
        "  Zo\u00eb\u00a0\t Stra\u00dfe\u2003",
        "Zo\u00eb\u2028Stra\u00dfe\u0085",
        "\uff3a\uff4f\u00eb \uff33trasse",
        "Zo\u00eb\u200b Stra\u00ad\u200d\u00dfe\ufeff",
        "\u202eZo\u00eb\u202c Stra\u00dfe",
        "Zo\u00eb\ufe0f Stra\u3164\u00dfe",
      })
  @DisplayName("is the same in other letters, spaces and invisible characters")
  void same(String other) {
    assertThat(PersonName.folded(other)).isEqualTo("zo\u00eb strasse");
    assertThat(PersonName.same("Zo\u00eb Stra\u00dfe", other)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoe Strasse", "Zo\u00ebStrasse", "Zo\u00eb S. Trasse", ""})
  @DisplayName("is another where it is spelt otherwise")
  void other(String other) {
    assertThat(PersonName.same("Zo\u00eb Stra\u00dfe", other)).isFalse();
  }

  @Test
  @DisplayName("has one form for both small sigmas and for the long s")
  void manySmallForms() {
    assertThat(PersonName.same("\u039d\u03af\u03ba\u03bf\u03c2", "\u039d\u038a\u039a\u039f\u03a3"))
        .isTrue();
    assertThat(PersonName.same("Ma\u017f\u017fen", "MASSEN")).isTrue();
  }

  @Test
  @DisplayName("is not changed by folding it again, whatever character is in it")
  void idempotent() {
    for (int c = Character.MIN_CODE_POINT; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && !(c >= 0xd800 && c <= 0xdfff)) {
        String once = PersonName.folded("a" + Character.toString(c) + "z");
        if (!PersonName.folded(once).equals(once)) {
          assertThat(PersonName.folded(once)).as("U+%04X", c).isEqualTo(once);
        }
      }
    }
  }
}
