package org.palimpsest.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.analysis.RefusedException;

@DisplayName("the choice of a method to evaluate")
final class MethodChoiceTest {
  @Test
  @DisplayName("is an id, perhaps with a version and parameters")
  void parses() throws Exception {
    assertThat(MethodChoice.parse("inversion").method()).isEqualTo("inversion");
    assertThat(MethodChoice.parse("inversion").parameters()).isEmpty();
    MethodChoice choice = MethodChoice.parse("inversion@1,start=exhibit,iterations=5");
    assertThat(choice.method()).isEqualTo("inversion@1");
    assertThat(choice.parameters()).isEqualTo(Map.of("start", "exhibit", "iterations", "5"));
    assertThat(choice.words()).isEqualTo("inversion@1,start=exhibit,iterations=5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inversion,", "inversion,starts", "inversion,=1", "inversion,starts="})
  @DisplayName("is refused where a parameter is not written as one:")
  void refuses(String words) {
    assertThatThrownBy(() -> MethodChoice.parse(words))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("--method " + words + ": write parameters as NAME=VALUE");
  }
}
