package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.palimpsest.evidence.format.Sha256;

/**
 * Bytes that can be read to their end, and again.
 *
 * @param size how many there are
 * @param opener opens them
 */
record Content(long size, Opener opener) {
  private static final int BUFFER = 1 << 16;

  /** Opens content. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  Sha256 hash() throws IOException {
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in = opener.open()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Sha256.ofRaw(digest.digest());
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
