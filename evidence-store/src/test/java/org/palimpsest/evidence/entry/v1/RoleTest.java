package org.palimpsest.evidence.entry.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a role")
final class RoleTest {
  private static final Path FORMAT = Path.of("..", "docs", "formats", "case-format-1.md");
  private static final Pattern ROW = Pattern.compile("\\| (`[a-z`, -]+`) \\| ([a-z, ]+) \\|.*");

  @ParameterizedTest(name = "{0}: examiner {1}, reviewer {2}, reader {3}")
  @CsvSource({
    "case-created, true, false, false",
    "recording-imported, true, false, false",
    "restoration, true, false, false",
    "comparison, true, false, false",
    "replay, true, true, false",
    "report-issued, true, false, false",
    "report-released, true, true, false",
    "review-received, true, true, false",
    "opinion-stated, true, false, false",
    "annotations-entered, true, false, false",
    "listening-test-entered, true, false, false",
    "case-amended, true, false, false",
    "case-migrated, true, false, false",
    "person-admitted, true, false, false",
    "person-dismissed, true, false, false",
    "bundle-issued, true, true, false",
    "time-stamp-received, true, false, false",
    "some-later-kind, true, false, false",
    "Replay, true, false, false",
    "'', true, false, false",
  })
  @DisplayName("allows to write these kinds of entry and no others")
  void table(String kind, boolean examiner, boolean reviewer, boolean reader) {
    assertThat(Role.EXAMINER.mayWrite(kind)).isEqualTo(examiner);
    assertThat(Role.REVIEWER.mayWrite(kind)).isEqualTo(reviewer);
    assertThat(Role.READER.mayWrite(kind)).isEqualTo(reader);
  }

  @Test
  @DisplayName("allows what the table in the format says, row by row")
  void document() throws IOException {
    Map<String, List<String>> writers = documented();
    assertThat(writers).hasSize(EntryKind.values().length - 1); // case-created stands before it
    for (EntryKind kind : EntryKind.values()) {
      if (kind != EntryKind.CASE_CREATED) {
        assertThat(writers).containsKey(kind.text());
        assertThat(
                Arrays.stream(Role.values())
                    .filter(role -> role.mayWrite(kind.text()))
                    .map(Role::text))
            .as(kind.text())
            .containsExactlyElementsOf(writers.get(kind.text()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is known by its word")
  void words(Role role) {
    assertThat(Role.of(role.text())).isSameAs(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Examiner", "EXAMINER", "reader ", "owner"})
  @DisplayName("is known by no other word, and the refusal lists those there are")
  void otherWords(String word) {
    assertThatThrownBy(() -> Role.of(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a role is examiner, reviewer or reader: " + word);
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> writers = new LinkedHashMap<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(FORMAT)) {
      inTable = line.startsWith("| kind | who may write it") || (inTable && line.startsWith("|"));
      Matcher row = ROW.matcher(line);
      if (inTable && row.matches()) {
        for (String kind : row.group(1).replace("`", "").split(", ", -1)) {
          writers.put(kind, List.of(row.group(2).split(", ", -1)));
        }
      }
    }
    return writers;
  }
}
