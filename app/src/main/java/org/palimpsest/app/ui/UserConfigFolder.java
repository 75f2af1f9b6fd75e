package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.Map;
import org.palimpsest.evidence.files.UserFolder;

/** Where a user's preferences live; losing them costs nothing but taste. */
final class UserConfigFolder {
  private static final UserFolder RULE =
      new UserFolder("XDG_CONFIG_HOME", "APPDATA", "Library/Preferences", ".config");

  private UserConfigFolder() {}

  /**
   * {@code $XDG_CONFIG_HOME/palimpsest}, or what takes its place on this system.
   *
   * @param systemName as {@code os.name} has it
   */
  static Path of(Map<String, String> environment, Path home, String systemName) {
    return RULE.of(environment, home, systemName);
  }

  /** The folder of the user who runs this process. */
  static Path ofThisUser() {
    return RULE.ofThisUser();
  }
}
