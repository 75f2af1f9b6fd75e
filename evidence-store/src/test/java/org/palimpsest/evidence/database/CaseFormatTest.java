package org.palimpsest.evidence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the marks of a case")
final class CaseFormatTest {
  @TempDir Path folder;

  @Test
  @DisplayName("are PALI and 1")
  void marks() throws SQLException {
    assertThat(CaseFormat.APPLICATION_ID).isEqualTo(0x50414C49);
    try (Connection connection = marked(0x50414C49, 1)) {
      assertThatCode(() -> CaseFormat.check(connection)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, not the ledger, false",
    "0, 2, not the ledger, false",
    "1346456648, 1, not the ledger, false",
    "-1, 1, not the ledger, false",
    "1346456649, 0, case format 0, false",
    "1346456649, 2, case format 2, true",
    "1346456649, -7, case format -7, false",
  })
  @DisplayName("are no others")
  void otherMarks(int application, int version, String words, boolean newer) throws SQLException {
    try (Connection connection = marked(application, version)) {
      assertThatThrownBy(() -> CaseFormat.check(connection))
          .isInstanceOf(NotThisFormatException.class)
          .hasMessageContaining(words)
          .matches(e -> ((NotThisFormatException) e).newer() == newer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with space", "per%20cent", "hash#", "quest?ion", "été", "a&b=c", "漢字"})
  @DisplayName("are found under every name a folder may have")
  void names(String name) throws Exception {
    Path odd = Files.createDirectory(folder.resolve(name));
    String address = CaseFormat.url(odd, "");
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(x)");
    }
    assertThat(odd.resolve("case.db")).isNotEmptyFile();
    try (var inside = Files.list(folder)) {
      assertThat(inside).containsExactly(odd);
    }
    assertThatThrownBy(
            () -> {
              try (ReadOnlyDatabase database = ReadOnlyDatabase.open(odd)) {
                CaseFormat.check(database.connection());
              }
            })
        .isInstanceOf(NotThisFormatException.class);
  }

  @Test
  @DisplayName("lie where the format says")
  void places() {
    assertThat(CaseFormat.database(folder)).isEqualTo(folder.resolve("case.db"));
    assertThat(CaseFormat.blobs(folder)).isEqualTo(folder.resolve("blobs"));
  }

  private Connection marked(int application, int version) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("case.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + application);
      statement.execute("PRAGMA user_version = " + version);
    }
    return connection;
  }
}
