package org.palimpsest.evidence.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The rule by which this program finds a folder of its own with a user.
 *
 * @param variable of the environment that names its parent, after the XDG specification
 * @param onWindows the variable that does so there
 * @param onMac its parent there, below the user's home
 * @param elsewhere its parent where no variable names it, below the user's home
 */
public record UserFolder(String variable, String onWindows, String onMac, String elsewhere) {
  private static final String NAME = "palimpsest";

  /**
   * @param environment of the process
   * @param home the user's home
   * @param systemName as {@code os.name} has it
   */
  public Path of(Map<String, String> environment, Path home, String systemName) {
    String xdg = environment.getOrDefault(variable, "");
    // the XDG specification: a relative path is invalid and to be ignored
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg).resolve(NAME);
    }
    String system = systemName.toLowerCase(Locale.ROOT);
    String windows = environment.getOrDefault(onWindows, "");
    if (system.contains("win") && !system.contains("darwin") && !windows.isEmpty()) {
      return Path.of(windows).resolve(NAME);
    }
    return home.resolve(system.contains("mac") ? onMac : elsewhere).resolve(NAME);
  }

  /** That of the user who runs this process. */
  public Path ofThisUser() {
    return of(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }
}
