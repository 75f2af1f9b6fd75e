package org.palimpsest.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the folder for keys and anchors")
final class UserDataFolderTest {
  private static final Path HOME = Path.of("/home/e");

  @Test
  @DisplayName("follows the XDG specification, which ignores a relative path")
  void xdg() {
    assertThat(UserDataFolder.of(Map.of("XDG_DATA_HOME", "/data"), HOME, "Linux"))
        .isEqualTo(Path.of("/data/palimpsest"));
    for (Map<String, String> none :
        java.util.List.of(
            Map.<String, String>of(),
            Map.of("XDG_DATA_HOME", ""),
            Map.of("XDG_DATA_HOME", "data"))) {
      assertThat(UserDataFolder.of(none, HOME, "Linux"))
          .isEqualTo(Path.of("/home/e/.local/share/palimpsest"));
    }
  }

  @Test
  @DisplayName("is where other systems keep such things")
  void elsewhere() {
    assertThat(UserDataFolder.of(Map.of(), HOME, "Mac OS X"))
        .isEqualTo(Path.of("/home/e/Library/Application Support/palimpsest"));
    assertThat(UserDataFolder.of(Map.of("LOCALAPPDATA", "/local"), HOME, "Windows 11"))
        .isEqualTo(Path.of("/local/palimpsest"));
    assertThat(UserDataFolder.ofThisUser()).hasFileName("palimpsest");
  }
}
