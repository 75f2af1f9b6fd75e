package org.palimpsest.evidence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("reading case.db")
final class ReadOnlyDatabaseTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws CaseException {
    lab = new Laboratory(desk).withCase(1);
  }

  @Test
  @DisplayName("needs no copy where the last writer closed, even if nothing can be written")
  void closedCase() throws Exception {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(lab.folder(), false)) {
      assertThat(entries(database)).isEqualTo(2);
      assertThat(database.copied()).isFalse();
    }
  }

  @Test
  @DisplayName("sees the writer's log, and stays with what it saw first")
  void besideAWriter() throws Exception {
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "two");
      try (ReadOnlyDatabase database = ReadOnlyDatabase.open(lab.folder())) {
        assertThat(entries(database)).isEqualTo(3);
        Laboratory.importRecording(open, "three");
        assertThat(entries(database)).isEqualTo(3);
        assertThat(database.copied()).isFalse();
        assertThat(database.disturbed()).isFalse();
      }
    }
  }

  @Test
  @DisplayName("copies a log that lies where nothing can be written, and removes the copy")
  void readOnlyMedia() throws Exception {
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "two");
      ReadOnlyDatabase database = ReadOnlyDatabase.open(lab.folder(), false);
      Path copy =
          Path.of(
                  database
                      .connection()
                      .getMetaData()
                      .getURL()
                      .substring("jdbc:sqlite:file:".length()))
              .getParent();
      assertThat(entries(database)).isEqualTo(3);
      assertThat(database.copied()).isTrue();
      assertThat(Files.isSameFile(copy, lab.folder())).isFalse();
      database.close();
      assertThat(copy).doesNotExist();
    }
  }

  @Test
  @DisplayName("notices a writer that came after it")
  void disturbed() throws Exception {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(lab.folder())) {
      assertThat(database.disturbed()).isFalse();
      try (CaseFile open = lab.open()) {
        Laboratory.importRecording(open, "two");
        assertThat(database.disturbed()).isTrue();
      }
    }
  }

  @Test
  @DisplayName("cannot write")
  void cannotWrite() throws Exception {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(lab.folder());
        Statement statement = database.connection().createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE t(x)"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static long entries(ReadOnlyDatabase database) throws SQLException {
    try (Statement statement = database.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM ledger")) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
