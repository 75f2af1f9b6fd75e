package org.palimpsest.app.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.evidence.format.Sha256;

/**
 * The files of a folder and of those in it, hidden ones left out, by content: the same content
 * counts once, so that nothing is both learned from and held back.
 */
final class SpeechFolder {
  private final SortedMap<String, Path> files = new TreeMap<>();
  private final String sha256;

  private SpeechFolder(Path folder) throws IOException {
    StringBuilder list = new StringBuilder();
    for (Path file : visible(folder)) {
      String hash;
      try (InputStream in = Files.newInputStream(file)) {
        hash = Sha256.hash(in).hex();
      }
      files.putIfAbsent(hash, file);
      String name = folder.relativize(file).toString().replace('\\', '/');
      list.append(hash).append("  ").append(name).append('\n');
    }
    sha256 = Sha256.hash(list.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  static SpeechFolder read(Path folder) throws RefusedException {
    if (!Files.isDirectory(folder)) {
      throw new RefusedException(folder + ": no such folder");
    }
    SpeechFolder speech;
    try {
      speech = new SpeechFolder(folder);
    } catch (IOException e) {
      throw new RefusedException(folder + ": cannot be read (" + e.getMessage() + ")", e);
    }
    if (speech.files.isEmpty()) {
      throw new RefusedException(folder + ": no files in it; it must hold clean speech");
    }
    return speech;
  }

  /** By the hash of their bytes. */
  SortedMap<String, Path> files() {
    return files;
  }

  /** Of the list of hashes and names, as {@code sha256sum} writes them, sorted by name. */
  String sha256() {
    return sha256;
  }

  private static List<Path> visible(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        boolean hidden = false;
        for (Path part : folder.relativize(file)) {
          hidden |= part.toString().startsWith(".");
        }
        if (!hidden) {
          found.add(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return found;
  }
}
