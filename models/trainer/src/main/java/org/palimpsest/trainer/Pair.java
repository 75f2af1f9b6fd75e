package org.palimpsest.trainer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A clean recording and the same protected, in one file: all samples of the first, then all of the
 * second, 16-bit little-endian.
 *
 * @param samples of each of the two
 */
record Pair(Path file, int samples) {
  Crop crop(int start, int length) throws TrainerException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Crop(read(in, start, length), read(in, (long) samples + start, length));
    } catch (IOException e) {
      throw new TrainerException(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static float[] read(FileChannel in, long first, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = 2 * first; bytes.hasRemaining(); ) {
      int read = in.read(bytes, at);
      if (read < 0) {
        throw new IOException("it ends too early");
      }
      at += read;
    }
    bytes.flip();
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = bytes.getShort() / 32768f;
    }
    return samples;
  }
}
