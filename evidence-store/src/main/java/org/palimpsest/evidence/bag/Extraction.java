package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Plain files, written below one folder that nobody else filled. */
final class Extraction {
  private final Path folder;

  Extraction(Path folder) {
    this.folder = folder;
  }

  /** Gives a file's content. */
  interface Content {
    InputStream open(String name) throws IOException;
  }

  void write(Map<String, Long> files, Content content) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new BagException("something is there already");
      }
    }
    requireRoom(files.values().stream().mapToLong(Long::longValue).sum());
    for (String name : files.keySet()) {
      // names were checked when the bag was opened; this holds even if they had not been
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder.normalize())) {
        throw new BagException(SafeNames.shown(name) + " would leave the folder");
      }
      Files.createDirectories(file.getParent());
      try (InputStream in = content.open(name)) {
        Files.copy(in, file);
      }
    }
  }

  private void requireRoom(long bytes) throws IOException {
    // not by FileStore: it finds no mount in a changed root
    long room = folder.toFile().getUsableSpace();
    if (room < bytes) {
      throw new BagException("it needs " + bytes + " bytes, and the disk has " + room);
    }
  }
}
