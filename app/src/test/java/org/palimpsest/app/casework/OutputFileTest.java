package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;

@DisplayName("a place for a file")
final class OutputFileTest {
  @TempDir private Path folder;
  private Path inCase;

  @BeforeEach
  void makeFolder() throws Exception {
    inCase = Files.createDirectories(folder.resolve("a.palimpsest").resolve("reports")).getParent();
  }

  private void refused(Path out, String words) {
    assertThatThrownBy(() -> OutputFile.require(out, inCase))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(out.toString())
        .hasMessageContaining(words);
  }

  @Test
  @DisplayName("is good beside the case, even if its name begins like the case's")
  void besideTheCase() {
    assertThatCode(() -> OutputFile.require(folder.resolve("out.pdf"), inCase))
        .doesNotThrowAnyException();
    assertThatCode(() -> OutputFile.require(folder.resolve("a.palimpsest.pdf"), inCase))
        .doesNotThrowAnyException();
    assertThat(folder.resolve("out.pdf")).doesNotExist();
  }

  @Test
  @DisplayName("is refused when something is there, a folder too")
  void taken() throws Exception {
    Path file = Files.writeString(folder.resolve("old.pdf"), "old");
    refused(file, "nothing is overwritten");
    refused(folder, "nothing is overwritten");
    assertThat(file).hasContent("old");
  }

  @Test
  @DisplayName("is refused within the case, also by a detour")
  void withinTheCase() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), inCase.resolve("reports"));
    refused(link.resolve("out.pdf"), "within the case");
    refused(inCase.resolve("out.pdf"), "within the case");
    refused(inCase.resolve("reports").resolve("out.pdf"), "within the case");
    refused(inCase.resolve("absent").resolve("out.pdf"), "within the case");
    refused(
        folder.resolve("x").resolve("..").resolve("a.palimpsest").resolve("out.pdf"),
        "within the case");
  }

  @Test
  @DisplayName("is refused where there is no folder")
  void noFolder() throws Exception {
    refused(folder.resolve("absent").resolve("out.pdf"), "there is no folder");
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(file.resolve("out.pdf"), "there is no folder");
    assertThat(folder.resolve("absent")).doesNotExist();
  }
}
