package org.palimpsest.analysis.ffmpeg;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this process that goes when it is closed. Only this user can read it. */
record ScratchFile(Path path) implements AutoCloseable {
  /** The samples, little-endian. */
  static ScratchFile of(short[] samples) throws IOException {
    ScratchFile file = new ScratchFile(Files.createTempFile("palimpsest", ".pcm"));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path))) {
      for (short sample : samples) {
        out.write(sample);
        out.write(sample >> 8);
      }
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
