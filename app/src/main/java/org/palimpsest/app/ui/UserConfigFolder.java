package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's preferences live; losing them costs nothing but taste. */
final class UserConfigFolder {
  private static final String NAME = "palimpsest";

  private UserConfigFolder() {}

  /**
   * {@code $XDG_CONFIG_HOME/palimpsest}, or what takes its place on this system.
   *
   * @param systemName as {@code os.name} has it
   */
  static Path of(Map<String, String> environment, Path home, String systemName) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    // the XDG specification: a relative path is invalid and to be ignored
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg).resolve(NAME);
    }
    String system = systemName.toLowerCase(Locale.ROOT);
    String roaming = environment.getOrDefault("APPDATA", "");
    if (system.contains("win") && !system.contains("darwin") && !roaming.isEmpty()) {
      return Path.of(roaming).resolve(NAME);
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Preferences").resolve(NAME);
    }
    return home.resolve(".config").resolve(NAME);
  }

  /** The folder of the user who runs this process. */
  static Path ofThisUser() {
    return of(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }
}
