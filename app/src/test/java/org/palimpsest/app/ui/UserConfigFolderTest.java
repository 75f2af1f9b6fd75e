package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the folder of preferences")
final class UserConfigFolderTest {
  private static final Path HOME = Path.of("/home/rossi");

  @Test
  @DisplayName("follows the XDG specification, which ignores a relative path")
  void followsXdg() {
    assertThat(UserConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/c"), HOME, "Linux"))
        .isEqualTo(Path.of("/c/palimpsest"));
    for (Map<String, String> other :
        List.of(
            Map.<String, String>of(),
            Map.of("XDG_CONFIG_HOME", ""),
            Map.of("XDG_CONFIG_HOME", "c"))) {
      assertThat(UserConfigFolder.of(other, HOME, "Linux"))
          .isEqualTo(HOME.resolve(".config/palimpsest"));
    }
  }

  @Test
  @DisplayName("is where other systems expect it")
  void elsewhere() {
    assertThat(UserConfigFolder.of(Map.of("APPDATA", "/roaming"), HOME, "Windows 11"))
        .isEqualTo(Path.of("/roaming/palimpsest"));
    assertThat(UserConfigFolder.of(Map.of(), HOME, "Mac OS X"))
        .isEqualTo(HOME.resolve("Library/Preferences/palimpsest"));
    assertThat(UserConfigFolder.ofThisUser()).isAbsolute();
  }
}
