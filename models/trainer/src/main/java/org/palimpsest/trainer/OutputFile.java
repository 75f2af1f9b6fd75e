package org.palimpsest.trainer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written beside, brought to the disk and renamed: never half of it. */
record OutputFile(Path path) {
  /**
   * Writes {@code content} in place of what was there.
   *
   * @throws TrainerException if that fails, for want of room for example; the file is as before
   */
  void write(byte[] content) throws TrainerException {
    Path incoming = path.resolveSibling("." + path.getFileName() + ".incoming");
    try {
      try (FileChannel out =
          FileChannel.open(
              incoming,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(
          incoming, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainerException(
          path
              + ": cannot be written ("
              + e.getMessage()
              + "); nothing is lost, the same command goes on");
    }
  }

  void write(String text) throws TrainerException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }
}
