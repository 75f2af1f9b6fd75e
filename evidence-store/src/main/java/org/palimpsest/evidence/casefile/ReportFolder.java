package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.bag.BagException;
import org.palimpsest.evidence.files.DurableFile;

/** The folder {@code reports} of a case: names that a bundle can hold, each written once. */
final class ReportFolder {
  private final Path folder;

  ReportFolder(Path folder) {
    this.folder = folder;
  }

  Path write(String name, byte[] report) throws CaseException {
    Path file = file(name);
    try {
      Files.createDirectories(folder);
      requireNew(name);
      DurableFile.write(file, report);
      return file;
    } catch (IOException e) {
      throw new CaseException(
          "The report " + file + " cannot be written (" + e.getMessage() + ").", e);
    }
  }

  private Path file(String name) throws CaseException {
    try {
      Bag.requireSafeName(name);
      if (!name.contains("/")) {
        return folder.resolve(name);
      }
    } catch (BagException | InvalidPathException e) {
      throw new CaseException("A report needs a plain file name: " + e.getMessage() + ".", e);
    }
    throw new CaseException("A report needs a plain file name, not " + name + ".");
  }

  private void requireNew(String name) throws CaseException, IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path other : files.toList()) {
        if (Bag.isSameName(other.getFileName().toString(), name)) {
          throw new CaseException("The report " + other + " was issued: choose another name.");
        }
      }
    }
  }
}
