package org.palimpsest.app.ui;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.app.casework.Passwords;
import org.palimpsest.app.casework.Workbench;

/** The window, which comes with the next commits. */
public final class WorkbenchWindow {
  private WorkbenchWindow() {}

  public static int open(
      Workbench workbench, Passwords passwords, Optional<Path> caseFolder, PrintStream err) {
    err.println("palimpsest: this build has no window yet; see palimpsest --help");
    return 2;
  }

  public static int picture(Workbench workbench, Path folder, Path png, PrintStream err) {
    err.println("palimpsest: this build has no window yet; see palimpsest --help");
    return 2;
  }
}
