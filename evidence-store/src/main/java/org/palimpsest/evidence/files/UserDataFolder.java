package org.palimpsest.evidence.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's keys and anchors live: outside every case, so that they outlive its loss. */
public final class UserDataFolder {
  private static final String NAME = "palimpsest";

  private UserDataFolder() {}

  /**
   * {@code $XDG_DATA_HOME/palimpsest}, or what takes its place on this system.
   *
   * @param environment of the process
   * @param home the user's home
   * @param systemName as {@code os.name} has it
   */
  public static Path of(Map<String, String> environment, Path home, String systemName) {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    // the XDG specification: a relative path is invalid and to be ignored
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg).resolve(NAME);
    }
    String system = systemName.toLowerCase(Locale.ROOT);
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    if (system.contains("win") && !system.contains("darwin") && !local.isEmpty()) {
      return Path.of(local).resolve(NAME);
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve(NAME);
    }
    return home.resolve(".local").resolve("share").resolve(NAME);
  }

  /** The folder of the user who runs this process. */
  public static Path ofThisUser() {
    return of(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }
}
