package org.palimpsest.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.palimpsest.analysis.audio.RecordingReader;

/** What files and folders that were dropped, pasted or chosen stand for. */
final class DroppedFiles {
  /** No more are taken at once. */
  static final int MOST = 1000;

  private DroppedFiles() {}

  /**
   * The files as they are, and of folders the recordings in them and below, by name. A file that
   * was given itself is taken whatever it is called.
   */
  static List<Path> recordings(List<Path> given) {
    List<Path> all = new ArrayList<>();
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        all.addAll(within(path));
      } else {
        all.add(path);
      }
    }
    return all.stream().distinct().limit(MOST).toList();
  }

  /** Whether it is the folder of a case, or a bundle: that is opened, not imported. */
  static boolean isCase(Path path) {
    return Files.isRegularFile(path.resolve("case.db"))
        || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static List<Path> within(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(DroppedFiles::isRecording)
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // a folder that cannot be read holds nothing for us
    }
  }

  private static boolean isRecording(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return RecordingReader.ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
  }
}
