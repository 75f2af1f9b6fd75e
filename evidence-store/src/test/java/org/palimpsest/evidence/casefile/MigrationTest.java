package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.verify.CaseVerifier;

@DisplayName("a case without fitting projections")
final class MigrationTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void make() throws Exception {
    lab = new Laboratory(desk).withCase(2);
    try (CaseFile open = lab.open()) {
      Person person =
          new Person("R. Eviewer", lab.keyOf("R. Eviewer").verifyingKey(), Role.REVIEWER);
      open.append(
          EntryDraft.of(
              EntryKind.PERSON_ADMITTED,
              JsonObject.empty().with("person", person.toJson()),
              List.of()));
    }
  }

  @Test
  @DisplayName("gets them when it is next written, after a backup, with an entry that says so")
  void getsThem() throws Exception {
    sql("DROP TABLE entry_index", "DROP TABLE blob_use");
    LedgerEntry migrated;
    try (CaseFile open = lab.open()) {
      migrated = open.entry(4);
      Laboratory.importRecording(open, "after");
    }
    assertThat(migrated.is(EntryKind.CASE_MIGRATED)).isTrue();
    assertThat(migrated.body().string("migration")).isEqualTo("projections-1");
    JsonObject backup = migrated.body().object("backup");
    Path copy = lab.folder().resolve("backups").resolve(backup.string("fileName"));
    assertThat(Sha256.hash(Files.readAllBytes(copy)).hex()).isEqualTo(backup.string("sha256"));
    assertThat(count(copy, "ledger")).isEqualTo(4);
    assertThat(count(lab.folder().resolve("case.db"), "entry_index")).isEqualTo(6);
    assertThat(count(lab.folder().resolve("case.db"), "blob_use")).isEqualTo(3);
    assertThat(verified()).isTrue();
    try (CaseFile again = lab.open()) {
      assertThat(again.size()).isEqualTo(6); // once
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE entry_index SET kind = 'restoration' WHERE seq = 1",
        "UPDATE entry_index SET actor_name = 'Nobody' WHERE seq = 1",
        "UPDATE entry_index SET id = NULL WHERE seq = 1",
        "DELETE FROM entry_index WHERE seq = 2",
        "INSERT INTO entry_index VALUES (9, 'k', NULL, 't', 'a', 'k', NULL)",
        "UPDATE blob_use SET size = 1 WHERE seq = 1",
        "DELETE FROM blob_use",
        "DROP TABLE blob_use",
      })
  @DisplayName("gets them anew where they were changed, and the changed ones are kept")
  void getsThemAnew(String change) throws Exception {
    sql(change);
    try (CaseFile open = lab.open()) {
      assertThat(open.size()).isEqualTo(5);
    }
    assertThat(lab.folder().resolve("backups/case-before-4.db")).exists();
    assertThat(verified()).isTrue();
  }

  @Test
  @DisplayName("is written by a reviewer as it is, and waits for an examiner")
  void waits() throws Exception {
    sql("DROP TABLE entry_index", "DROP TABLE blob_use");
    try (CaseFile open =
        CaseFile.openForWriting(
            lab.folder(), lab.keyOf("R. Eviewer"), lab.anchors(), Laboratory.CLOCK)) {
      JsonObject fields =
          JsonObject.empty()
              .with(
                  "reviewer",
                  JsonObject.empty()
                      .with("name", "R. Eviewer")
                      .with("publicKey", lab.keyOf("R. Eviewer").verifyingKey().base64()))
              .with("id", "V1")
              .with("verdict", "comments")
              .with("signedTime", "2026-03-01T12:00:00.000Z")
              .with("comments", 0);
      open.append(EntryDraft.of(EntryKind.REVIEW_RECEIVED, fields, List.of()));
    }
    assertThat(lab.folder().resolve("backups")).doesNotExist();
    try (CaseFile open = lab.open()) {
      assertThat(open.entry(5).is(EntryKind.CASE_MIGRATED)).isTrue();
    }
  }

  @Test
  @DisplayName("stays as it is where there is no room for the backup")
  void noRoom() throws Exception {
    sql("DROP TABLE entry_index", "DROP TABLE blob_use");
    Files.writeString(lab.folder().resolve("backups"), "a file in the way");
    assertThatThrownBy(() -> lab.open())
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("cannot be continued");
    assertThat(count(lab.folder().resolve("case.db"), "ledger")).isEqualTo(4);
    assertThat(lab.folder().resolve("case.owner")).doesNotExist();
    Files.delete(lab.folder().resolve("backups"));
    assertThat(verified()).isTrue();
  }

  private boolean verified() {
    return new CaseVerifier()
        .verify(lab.folder(), lab.anchors()::read, Optional.empty())
        .verified();
  }

  private void sql(String... statements) throws Exception {
    try (Connection connection = lab.stranger();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static int count(Path database, String table) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getInt(1);
    }
  }
}
