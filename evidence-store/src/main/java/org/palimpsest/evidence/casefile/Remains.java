package org.palimpsest.evidence.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What a failed creation left: only what was made in a folder that was empty before. */
final class Remains {
  private final Path folder;

  Remains(Path folder) {
    this.folder = folder;
  }

  void clear(boolean folderToo) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (folderToo || !file.equals(folder)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      // the refusal that is on its way matters more; create says that something is there
      return;
    }
  }
}
