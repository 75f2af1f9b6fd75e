package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.ledger.LedgerDatabase;
import org.palimpsest.evidence.ledger.MerkleFrontier;
import org.palimpsest.evidence.ledger.Projections;

@DisplayName("a migration that breaks off")
final class BrokenMigrationTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Path backup;

  /** Drops what it is to make anew, writes half of it, and fails. */
  private record HalfDone() implements Migration {
    @Override
    public String name() {
      return "half-done";
    }

    @Override
    public boolean needed(Connection connection, List<LedgerEntry> entries) {
      return true;
    }

    @Override
    public void apply(Connection connection, List<LedgerEntry> entries) throws SQLException {
      new Projections(connection).create();
      throw new SQLException("the disk is full");
    }
  }

  @BeforeEach
  void make() throws Exception {
    lab = new Laboratory(desk).withCase(2);
    backup = lab.folder().resolve("backups").resolve("case-before-3.db");
  }

  @Test
  @DisplayName("leaves a backup and the case as it was, which is continued")
  void rolledBack() throws Exception {
    try (LedgerDatabase database = LedgerDatabase.open(lab.folder())) {
      CaseContent content = new CaseReading(database.connection()).read();
      MerkleFrontier tree = new ContinuityCheck(content).check(lab.anchors());
      CaseWriter writer =
          new CaseWriter(database, lab.key(), lab.anchors(), Laboratory.CLOCK, tree);
      Migrator migrator = new Migrator(lab.folder(), List.of(new HalfDone()));
      assertThatThrownBy(() -> migrator.run(database, writer, content))
          .isInstanceOf(SQLException.class)
          .hasMessage("the disk is full");
      assertThat(content.size()).isEqualTo(3);
      assertThat(new Projections(database.connection()).agreeWith(content.entries())).isTrue();
    }
    assertThat(backup).isRegularFile();
    try (CaseFile open = lab.open()) {
      assertThat(open.entries()).noneMatch(entry -> entry.is(EntryKind.CASE_MIGRATED));
      assertThat(Laboratory.importRecording(open, "next").seq()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("by a crash after its backup is done again, with a backup of its own")
  void crashed() throws Exception {
    dropProjections();
    Files.createDirectories(backup.getParent());
    Files.writeString(backup, "half a copy");
    try (CaseFile open = lab.open()) {
      LedgerEntry migrated = open.entry(3);
      assertThat(migrated.is(EntryKind.CASE_MIGRATED)).isTrue();
      assertThat(migrated.body().object("backup").string("fileName"))
          .isEqualTo(backup.getFileName().toString());
      assertThat(migrated.body().object("backup").string("sha256"))
          .isEqualTo(Sha256.hash(Files.readAllBytes(backup)).hex());
    }
    assertThat(Files.readString(backup, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("SQLite format 3");
  }

  @Test
  @DisplayName("does not take a later one with it: each has a backup under a name of its own")
  void twice() throws Exception {
    for (int round = 0; round < 2; round++) {
      dropProjections();
      lab.open().close();
    }
    try (var files = Files.list(backup.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("case-before-3.db", "case-before-4.db");
    }
  }

  @Test
  @DisplayName("is not begun where nothing is to be done: no backup, no entry")
  void nothingToDo() throws Exception {
    lab.open().close();
    assertThat(backup.getParent()).doesNotExist();
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.size()).isEqualTo(3);
    }
  }

  private void dropProjections() throws SQLException {
    try (Connection connection = lab.stranger();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE entry_index");
      statement.execute("DROP TABLE blob_use");
    }
  }
}
