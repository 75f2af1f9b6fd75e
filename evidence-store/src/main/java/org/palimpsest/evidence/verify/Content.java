package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import org.palimpsest.evidence.format.Sha256;

/**
 * Bytes that can be read to their end, and again.
 *
 * @param size how many there are
 * @param opener opens them
 */
record Content(long size, Opener opener) {
  /** Opens content. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  Sha256 hash() throws IOException {
    try (InputStream in = opener.open()) {
      return Sha256.hash(in);
    }
  }

  /**
   * All of it, if it is small.
   *
   * @throws IOException if it is larger than {@code most} bytes, or cannot be read
   */
  byte[] bytes(int most) throws IOException {
    try (InputStream in = opener.open()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("it has more than " + most + " bytes");
      }
      return bytes;
    }
  }
}
