package org.palimpsest.evidence.blob;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.palimpsest.evidence.format.Sha256;

/**
 * Hashes what is read and fails at the end where the content is not what its name says, so that no
 * analysis can finish on a damaged recording. Skipping reads, for the same reason.
 */
final class CheckedInputStream extends InputStream {
  private final InputStream in;
  private final Sha256 expected;
  private final MessageDigest digest = Sha256.newDigest();
  private boolean ended;

  CheckedInputStream(InputStream in, Sha256 expected) {
    this.in = in;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      digest.update(buffer, offset, count);
    } else if (count < 0 && !ended) {
      ended = true;
      if (!Sha256.ofRaw(digest.digest()).equals(expected)) {
        throw new IOException(
            "the stored content " + expected + " was changed: run verify on this case");
      }
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
