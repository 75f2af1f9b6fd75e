package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the verifier's arguments")
final class ArgumentsTest {
  @Test
  @DisplayName("name a case and how to check it, in any order")
  void whole() {
    Arguments arguments =
        parse("--authority a --json case --every-signature --checkpoint c --authority b")
            .orElseThrow();
    assertThat(arguments.task()).isEqualTo(Arguments.Task.CASE);
    assertThat(arguments.path()).contains(Path.of("case"));
    assertThat(arguments.json()).isTrue();
    assertThat(arguments.options().everySignature()).isTrue();
    assertThat(arguments.options().checkpoint()).contains(Path.of("c"));
    assertThat(arguments.options().authorities()).containsExactly(Path.of("a"), Path.of("b"));
  }

  @Test
  @DisplayName("are few where nothing special is asked for")
  void plain() {
    Arguments arguments = parse("case").orElseThrow();
    assertThat(arguments.json()).isFalse();
    assertThat(arguments.options().everySignature()).isFalse();
    assertThat(arguments.options().checkpoint()).isEmpty();
    assertThat(arguments.options().authorities()).isEmpty();
  }

  @Test
  @DisplayName("may ask for a proof, or for what the program is")
  void others() {
    assertThat(parse("--consistency f").orElseThrow().task()).isEqualTo(Arguments.Task.CONSISTENCY);
    assertThat(parse("--about").orElseThrow().task()).isEqualTo(Arguments.Task.ABOUT);
    assertThat(parse("--about").orElseThrow().path()).isEmpty();
    for (String help : List.of("--help", "-h", "--json --help a b", "--checkpoint --what -h")) {
      assertThat(parse(help).orElseThrow().task()).isEqualTo(Arguments.Task.HELP);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "--what a",
        "a --checkpoint",
        "a --authority",
        "--consistency",
        "--about x",
        "--consistency f g",
        "-x",
        "--json",
        "a --every"
      })
  @DisplayName("make no sense otherwise")
  void senseless(String words) {
    assertThat(parse(words)).isEmpty();
  }

  @Test
  @DisplayName("that are no path on this system make none either")
  void noPath() {
    assertThat(Arguments.parse(List.of("a\0b"))).isEmpty();
  }

  private static Optional<Arguments> parse(String words) {
    return Arguments.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
  }
}
