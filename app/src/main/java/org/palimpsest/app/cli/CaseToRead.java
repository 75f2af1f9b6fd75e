package org.palimpsest.app.cli;

import java.nio.file.Path;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Parameters;

/** The case, or the bundle of one, that a command only looks at. */
final class CaseToRead {
  @Parameters(
      index = "0",
      paramLabel = "CASE",
      description = "The folder of the case, or a bundle.")
  private Path folder;

  Path folder() {
    return folder;
  }

  /** Opens it and says what a glance shows to be wrong with it. */
  CaseFile open(Workbench workbench, Terminal terminal) throws CaseException {
    CaseFile file = workbench.openCase().readOnly(folder);
    file.damage().ifPresent(words -> terminal.note(folder + ": " + words + "; run verify"));
    return file;
  }
}
