package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.VerifyingKey;

@DisplayName("the people of a case, as the verifier sees them,")
final class PeopleTest {
  private final Identity identity = new Identity(UUID.randomUUID(), "E", key(1));
  private final People people = new People(identity);

  @Test
  @DisplayName("begin with the examiner of entry 0")
  void first() {
    assertThat(people.inForce(key(1))).get().extracting(Person::name).isEqualTo("E");
    assertThat(people.withId(identity.keyId()))
        .get()
        .extracting(Person::role)
        .isEqualTo(Role.EXAMINER);
    assertThat(people.author(entry("note", 1, "E")).id()).isEqualTo(identity.keyId());
    assertThat(people.all()).hasSize(1);
    assertThat(people.toJson().array("keys").objects())
        .containsExactly(person("E", 1, "examiner").with("seq", 0));
  }

  @Test
  @DisplayName("grow by admissions, and a key is admitted once")
  void admitted() {
    people.admit(3, person("R", 2, "reviewer"));
    assertThat(people.inForce(key(2))).get().extracting(Person::role).isEqualTo(Role.REVIEWER);
    assertThat(people.toJson().array("keys").objects().get(1).integer("seq")).isEqualTo(3);
    assertThatThrownBy(() -> people.admit(4, person("S", 2, "reader")))
        .hasMessageContaining("in use before");
    assertThatThrownBy(() -> people.admit(4, person("E", 1, "reader")))
        .hasMessageContaining("in use before");
    assertThatThrownBy(() -> people.admit(4, person("S", 3, "chief")))
        .hasMessageContaining("none of the three");
    people.dismiss(person("R", 2, "reviewer"));
    assertThatThrownBy(() -> people.admit(5, person("R", 2, "reviewer")))
        .hasMessageContaining("in use before");
  }

  @Test
  @DisplayName("shrink by dismissals, but an examiner stays")
  void dismissed() {
    people.admit(1, person("R", 2, "reviewer"));
    assertThatThrownBy(() -> people.dismiss(person("E", 1, "examiner")))
        .hasMessageContaining("last examiner");
    assertThatThrownBy(() -> people.dismiss(person("X", 2, "reviewer")))
        .hasMessageContaining("not in force");
    people.dismiss(person("R", 2, "reviewer"));
    assertThat(people.inForce(key(2))).isEmpty();
    assertThat(people.withId(key(2).id(identity.origin()))).isPresent();
    assertThatThrownBy(() -> people.dismiss(person("R", 2, "reviewer")))
        .hasMessageContaining("not in force");
    people.admit(5, person("E", 3, "examiner"));
    people.dismiss(person("E", 1, "examiner"));
    assertThatThrownBy(() -> people.dismiss(person("E", 3, "examiner")))
        .hasMessageContaining("last examiner");
  }

  @Test
  @DisplayName("write what their role may, under their name, while their key is in force")
  void authors() {
    people.admit(1, person("R", 2, "reviewer"));
    people.admit(2, person("L", 3, "reader"));
    for (String kind : new String[] {"replay", "review-received", "report-released"}) {
      assertThat(people.author(entry(kind, 2, "R")).name()).isEqualTo("R");
      assertThatThrownBy(() -> people.author(entry(kind, 3, "L"))).hasMessageContaining("a reader");
    }
    assertThatThrownBy(() -> people.author(entry("report-issued", 2, "R")))
        .hasMessage("a reviewer may not write a report-issued");
    assertThatThrownBy(() -> people.author(entry("note", 1, "e"))).hasMessageContaining("called e");
    assertThatThrownBy(() -> people.author(entry("note", 9, "E")))
        .hasMessageContaining("not the case's");
    people.dismiss(person("R", 2, "reviewer"));
    assertThatThrownBy(() -> people.author(entry("replay", 2, "R")))
        .hasMessageContaining("dismissed before");
    assertThatCode(() -> people.author(entry("anything", 1, "E"))).doesNotThrowAnyException();
  }

  private JsonObject entry(String kind, int key, String name) {
    JsonObject actor =
        JsonObject.empty().with("key", key(key).id(identity.origin())).with("name", name);
    return JsonObject.empty().with("kind", kind).with("actor", actor);
  }

  private static JsonObject person(String name, int key, String role) {
    return JsonObject.empty()
        .with("name", name)
        .with("publicKey", key(key).base64())
        .with("role", role);
  }

  private static VerifyingKey key(int number) {
    byte[] raw = new byte[32];
    raw[0] = (byte) number;
    raw[1] = 7; // a small number alone may be a point that proves nothing
    return new VerifyingKey(Base64.getEncoder().encodeToString(raw));
  }
}
