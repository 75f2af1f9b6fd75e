package org.palimpsest.app.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.analysis.RefusedException;

/** Where a file may be written: to a new place, never into a case. */
public final class OutputFile {
  private OutputFile() {}

  /** Refuses a place that is taken, lies in no folder or lies within {@code caseFolder}. */
  public static void require(Path out, Path caseFolder) throws RefusedException {
    if (Files.exists(out)) {
      throw new RefusedException(out + ": exists already; nothing is overwritten");
    }
    Path folder = out.toAbsolutePath().normalize().getParent();
    requireOutside(out, folder, caseFolder.toAbsolutePath().normalize());
    if (folder == null || !Files.isDirectory(folder)) {
      throw new RefusedException(out + ": there is no folder " + folder);
    }
    try {
      requireOutside(out, folder.toRealPath(), caseFolder.toRealPath()); // a link may lead there
    } catch (IOException e) {
      throw new RefusedException(out + ": its folder cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static void requireOutside(Path out, Path folder, Path caseFolder)
      throws RefusedException {
    if (folder != null && folder.startsWith(caseFolder)) {
      throw new RefusedException(out + ": lies within the case; choose a place outside");
    }
  }
}
