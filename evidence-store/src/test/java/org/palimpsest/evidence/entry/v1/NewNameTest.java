package org.palimpsest.evidence.entry.v1;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("a name that somebody gets now")
final class NewNameTest {
  private static final VerifyingKey KEY =
      new VerifyingKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "R. Eviewer",
        "Jos\u00e9 \u00c5ngstr\u00f6m",
        "Jose\u0301",
        "\u674e\u96f7",
        "O'Neill-M\u00fcller, Dr.",
        "\u0623\u062d\u0645\u062f",
        "\ud842\udfb7\u91ce"
      })
  @DisplayName("may be any that people read")
  void readable(String name) {
    assertThatCode(() -> NewName.require(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " Ada",
        "Ada ",
        "A  da",
        "A\tda",
        "A\nda",
        "Ada\u0000",
        "Ada\u001b[2J",
        "Ada\u202e",
        "\u2066Ada\u2069",
        "A\u200bda",
        "A\u200dda",
        "\ufeffAda",
        "A\u00a0da",
        "A\u3000da",
        "A\u2028da",
        "A\u00adda",
        "A\u034fda",
        "A\u3164da",
        "A\ue000da",
        "A\ud800da",
        "Ada\ufe0f"
      })
  @DisplayName("has no white space but single spaces within, and nothing that is not seen")
  void hidden(String name) {
    assertThatThrownBy(() -> NewName.require(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a name ")
        .satisfies(
            e ->
                org.assertj.core.api.Assertions.assertThat(
                        e.getMessage().codePoints().filter(Character::isISOControl).count())
                    .isZero());
  }

  @Test
  @DisplayName("is not one that could be taken for another's in the case, who may have left it")
  void lookAlike() {
    Person left = new Person("R. Eviewer", KEY, Role.REVIEWER);
    People people = new People("origin", Map.of(), List.of(left));
    for (String name : List.of("r. eviewer", "R. EVIEWER", "\uff32. Eviewer")) {
      assertThatThrownBy(() -> NewName.require(name, people))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("could be taken for \"R. Eviewer\"");
    }
    assertThatCode(() -> NewName.require("R. Eviewer", people)).doesNotThrowAnyException();
    assertThatCode(() -> NewName.require("R. Eviewers", people)).doesNotThrowAnyException();
  }
}
