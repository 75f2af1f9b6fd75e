package org.palimpsest.evidence.entry.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.JsonException;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("the people of a case")
final class PeopleTest {
  private static final Person REVIEWER = new Person("R. Eviewer", Told.key(2), Role.REVIEWER);
  private static final Person SECOND = new Person("S. Econd", Told.key(3), Role.EXAMINER);

  private final People first = Told.first();

  @Test
  @DisplayName("are one examiner at first")
  void atFirst() {
    assertThat(first.list()).containsExactly(Told.EXAMINER);
    assertThat(first.past()).isEmpty();
    assertThat(first.find(Told.EXAMINER.key())).contains(Told.EXAMINER);
    assertThat(first.find(Told.key(2))).isEmpty();
    assertThat(first.everExaminers(Told.EXAMINER.key())).isTrue();
    assertThat(first.everExaminers(Told.key(2))).isFalse();
  }

  @Test
  @DisplayName("are listed in the order in which they were admitted, and found by key ID")
  void admitted() {
    People people = first.with(Told.admits(REVIEWER)).with(Told.admits(SECOND));
    assertThat(people.list()).containsExactly(Told.EXAMINER, REVIEWER, SECOND);
    assertThat(people.find(SECOND.key().id(Told.ORIGIN))).contains(SECOND);
    assertThat(people.find(SECOND.key().id("palimpsest/case/another"))).isEmpty();
    assertThat(first.list()).as("a value stays as it was").containsExactly(Told.EXAMINER);
  }

  @Test
  @DisplayName("leave, and are remembered as what they were")
  void dismissed() {
    People people =
        first
            .with(Told.admits(REVIEWER))
            .with(Told.admits(SECOND))
            .with(Told.dismisses(Told.EXAMINER))
            .with(Told.dismisses(REVIEWER));
    assertThat(people.list()).containsExactly(SECOND);
    assertThat(people.past()).containsExactly(Told.EXAMINER, REVIEWER);
    assertThat(people.find(Told.EXAMINER.key())).isEmpty();
    assertThat(people.everExaminers(Told.EXAMINER.key())).isTrue();
    assertThat(people.everExaminers(REVIEWER.key())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("take no key twice, under whatever name and in whatever role, dismissed or not")
  void once(Role role) {
    People people = first.with(Told.admits(REVIEWER));
    Person again = new Person("Another Name", REVIEWER.key(), role);
    String words = "the key " + REVIEWER.key().id(Told.ORIGIN) + " was admitted before";
    assertThatThrownBy(() -> people.with(Told.admits(again))).hasMessage(words);
    People without = people.with(Told.dismisses(REVIEWER));
    assertThatThrownBy(() -> without.with(Told.admits(again))).hasMessage(words);
  }

  @Test
  @DisplayName("keep an examiner, and dismiss nobody who is not there")
  void mayNotLeave() {
    People people = first.with(Told.admits(REVIEWER));
    assertThatThrownBy(() -> people.with(Told.dismisses(Told.EXAMINER)))
        .hasMessage("the last examiner's key cannot be dismissed");
    assertThatThrownBy(() -> people.with(Told.dismisses(SECOND)))
        .hasMessageContaining("the key is not in force: " + SECOND.key().id(Told.ORIGIN));
  }

  @Test
  @DisplayName("do not change by entries of other kinds, nor under a reader's hands")
  void unchanged() {
    assertThat(first.with(Told.entry(Told.EXAMINER, EntryKind.REPLAY, REVIEWER.toJson())))
        .isSameAs(first);
    assertThatThrownBy(() -> first.inForce().put(SECOND.key(), SECOND))
        .isInstanceOf(UnsupportedOperationException.class);
    Map<VerifyingKey, Person> source = new java.util.HashMap<>(first.inForce());
    People copy = new People(Told.ORIGIN, source, List.of());
    source.clear();
    assertThat(copy).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "publicKey", "role"})
  @DisplayName("are read from all their fields or not at all")
  void fields(String missing) {
    assertThat(Person.from(REVIEWER.toJson())).isEqualTo(REVIEWER);
    JsonObject without = REVIEWER.toJson().with(missing, 7);
    assertThatThrownBy(() -> Person.from(without))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining(missing);
    assertThatThrownBy(() -> new Person(" \t", Told.key(1), Role.READER))
        .hasMessage("a person needs a name");
  }
}
