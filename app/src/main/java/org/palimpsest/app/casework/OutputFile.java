package org.palimpsest.app.casework;

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
    Path absolute = out.toAbsolutePath().normalize();
    if (absolute.startsWith(caseFolder.toAbsolutePath().normalize())) {
      throw new RefusedException(out + ": lies within the case; choose a place outside");
    }
    if (absolute.getParent() == null || !Files.isDirectory(absolute.getParent())) {
      throw new RefusedException(out + ": there is no folder " + absolute.getParent());
    }
  }
}
