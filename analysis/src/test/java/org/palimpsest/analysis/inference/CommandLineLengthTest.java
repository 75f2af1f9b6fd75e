package org.palimpsest.analysis.inference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;

@DisplayName("a command line that the engine would not survive")
final class CommandLineLengthTest {
  @TempDir Path folder;

  @Test
  @DisplayName("is refused, and one a byte shorter is not")
  void length() throws Exception {
    Path file = folder.resolve("cmdline");
    Files.write(file, new byte[3501]);
    assertThatThrownBy(() -> new CommandLineLength(file).require())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("3501 bytes");
    Files.write(file, new byte[3500]);
    assertThatCode(() -> new CommandLineLength(file).require()).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("is not looked for where there is no such file")
  void otherSystems() {
    assertThatCode(() -> new CommandLineLength(folder.resolve("absent")).require())
        .doesNotThrowAnyException();
  }
}
