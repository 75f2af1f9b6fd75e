package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("several people in a case")
final class PeopleInACaseTest {
  private static final String REVIEWER = "R. Eviewer";
  private static final String SECOND = "S. Econd";

  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void make() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    try (CaseFile open = lab.open()) {
      open.append(admission(new Person(REVIEWER, key(REVIEWER), Role.REVIEWER)));
      open.append(admission(new Person(SECOND, key(SECOND), Role.EXAMINER)));
      open.append(admission(new Person("L. Ooker", key("L. Ooker"), Role.READER)));
    }
  }

  @Test
  @DisplayName("write under their own names and keys, each signing the checkpoint of its entry")
  void ownNames() throws Exception {
    try (CaseFile open = openAs(SECOND)) {
      assertThat(open.writer().orElseThrow().name()).isEqualTo(SECOND);
      Laboratory.importRecording(open, "by the second");
      assertThat(open.latestCheckpoint().isSignedBy(key(SECOND))).isTrue();
      assertThat(open.latestCheckpoint().isSignedBy(lab.key().verifyingKey())).isFalse();
    }
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "by the first");
      assertThat(open.latestCheckpoint().isSignedBy(lab.key().verifyingKey())).isTrue();
      assertThat(open.entries().subList(5, 7))
          .extracting(e -> e.actor().name())
          .containsExactly(SECOND, "E. Xaminer");
    }
  }

  @Test
  @DisplayName("are told apart by their names, which hide nothing")
  void names() throws Exception {
    try (CaseFile open = lab.open()) {
      long before = open.size();
      for (String name :
          List.of("r. eviewer", "R. Eviewer\u200b", "E. xaminer", " New", "\u202eN")) {
        Person person = new Person(name, key("New"), Role.READER);
        assertThatThrownBy(() -> open.append(admission(person)))
            .as(name)
            .isInstanceOf(CaseException.class)
            .hasMessageContaining("The entry is refused: ");
      }
      assertThat(open.size()).isEqualTo(before);
      open.append(admission(new Person(REVIEWER, key("another key"), Role.REVIEWER)));
    }
  }

  @Test
  @DisplayName("write what their role allows, and nothing is written where it does not")
  void roles() throws Exception {
    try (CaseFile open = openAs(REVIEWER)) {
      refused(() -> Laboratory.importRecording(open, "not mine"))
          .hasMessageContaining("R. Eviewer is reviewer and may not write recording-imported");
      assertThat(open.size()).isEqualTo(5);
    }
    refused(() -> openAs("L. Ooker")).hasMessageContaining("for reading only for L. Ooker");
    refused(() -> openAs("S. Tranger")).hasMessageContaining("signed with another key");
  }

  @Test
  @DisplayName("are dismissed, and a dismissed key opens nothing and does not come back")
  void dismissed() throws Exception {
    try (CaseFile open = lab.open()) {
      open.append(dismissal(SECOND));
      refused(() -> open.append(dismissal(SECOND))).hasMessageContaining("not in force");
      refused(() -> open.append(admission(new Person("New name", key(SECOND), Role.EXAMINER))))
          .hasMessageContaining("was admitted before");
      assertThat(open.people().list()).extracting(Person::name).doesNotContain(SECOND);
    }
    refused(() -> openAs(SECOND)).hasMessageContaining("signed with another key");
  }

  @Test
  @DisplayName("change a key: the new one is admitted, then the old one dismissed, by itself even")
  void changeOfKey() throws Exception {
    try (CaseFile open = lab.open()) {
      open.append(admission(new Person("E. Xaminer", key("new key"), Role.EXAMINER)));
      open.append(dismissal("E. Xaminer"));
      refused(() -> Laboratory.importRecording(open, "too late")).hasMessageContaining("in force");
    }
    try (CaseFile open = openAs("new key")) {
      assertThat(Laboratory.importRecording(open, "on time").actor().name())
          .isEqualTo("E. Xaminer");
    }
    refused(() -> lab.open()).hasMessageContaining("signed with another key");
  }

  @Test
  @DisplayName("keep one examiner at least")
  void lastExaminer() throws Exception {
    try (CaseFile open = lab.open()) {
      open.append(dismissal(SECOND));
      refused(() -> open.append(dismissal("E. Xaminer")))
          .hasMessageContaining("the last examiner's key cannot be dismissed");
    }
  }

  @Test
  @DisplayName("amend title, authority and purpose with a reason, and nothing else")
  void amendments() throws Exception {
    try (CaseFile open = lab.open()) {
      open.append(amendment("authority", "Court order 8/26", "extended"));
      assertThat(open.description().authority()).isEqualTo("Court order 8/26");
      refused(() -> open.append(amendment("purpose", " ", "none")))
          .hasMessageContaining("needs a value and a reason");
      refused(() -> open.append(amendment("purpose", "p", ""))).hasMessageContaining("reason");
      refused(() -> open.append(amendment("timeZone", "UTC", "moved")))
          .hasMessageContaining("only");
    }
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.description().authority()).isEqualTo("Court order 8/26");
      assertThat(open.entry(0).body().string("authority"))
          .isEqualTo(Laboratory.DESCRIPTION.authority());
    }
  }

  private org.palimpsest.evidence.format.VerifyingKey key(String name) {
    return lab.keyOf(name).verifyingKey();
  }

  private CaseFile openAs(String name) throws CaseException {
    SigningKey key = lab.keyOf(name);
    return CaseFile.openForWriting(lab.folder(), key, lab.anchors(), Laboratory.CLOCK);
  }

  private static EntryDraft admission(Person person) {
    return EntryDraft.of(
        EntryKind.PERSON_ADMITTED, JsonObject.empty().with("person", person.toJson()), List.of());
  }

  private EntryDraft dismissal(String name) {
    JsonObject person = JsonObject.empty().with("name", name).with("publicKey", key(name).base64());
    return EntryDraft.of(
        EntryKind.PERSON_DISMISSED,
        JsonObject.empty().with("person", person).with("reason", "left the laboratory"),
        List.of());
  }

  private static EntryDraft amendment(String field, String value, String reason) {
    return EntryDraft.of(
        EntryKind.CASE_AMENDED,
        JsonObject.empty().with("field", field).with("value", value).with("reason", reason),
        List.of());
  }

  private static AbstractThrowableAssert<?, ?> refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(CaseException.class);
  }
}
