package org.palimpsest.evidence.files;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's keys and anchors live: outside every case, so that they outlive its loss. */
public final class UserDataFolder {
  private static final UserFolder RULE =
      new UserFolder(
          "XDG_DATA_HOME", "LOCALAPPDATA", "Library/Application Support", ".local/share");

  private UserDataFolder() {}

  /**
   * {@code $XDG_DATA_HOME/palimpsest}, or what takes its place on this system.
   *
   * @param environment of the process
   * @param home the user's home
   * @param systemName as {@code os.name} has it
   */
  public static Path of(Map<String, String> environment, Path home, String systemName) {
    return RULE.of(environment, home, systemName);
  }

  /** The folder of the user who runs this process. */
  public static Path ofThisUser() {
    return RULE.ofThisUser();
  }
}
