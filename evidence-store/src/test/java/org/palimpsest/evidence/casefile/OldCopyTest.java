package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;

@DisplayName("an old copy of a case")
final class OldCopyTest {
  @TempDir Path desk;

  @Test
  @DisplayName("is not written on, and is called older by so many entries, not damaged")
  void refused() throws Exception {
    Laboratory lab = new Laboratory(desk).withCase(1);
    Path database = lab.folder().resolve("case.db");
    Path kept = Files.copy(database, desk.resolve("kept.db"));
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "later");
    }
    Files.copy(kept, database, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(lab::open)
        .isInstanceOf(CaseException.class)
        .hasMessageStartingWith(
            "The case " + lab.folder() + " is older than a checkpoint known of it, by 1 entry (")
        .hasMessageEndingWith("newest entries were cut off: run verify.");
  }
}
