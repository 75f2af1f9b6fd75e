package org.palimpsest.evidence.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * A stream that must end exactly where it was said to. It fails as soon as there is a byte more, so
 * that nothing unpacks to more than was announced, and at the end if bytes or their CRC are
 * missing.
 */
final class ExactInputStream extends FilterInputStream {
  private final String name;
  private final long size;
  private final OptionalLong crc;
  private final CRC32 seen = new CRC32();
  private long count;

  ExactInputStream(InputStream in, String name, long size, OptionalLong crc) {
    super(in);
    this.name = name;
    this.size = size;
    this.crc = crc;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = super.read(buffer, offset, length);
    if (n < 0) {
      requireEnd();
      return n;
    }
    count += n;
    if (count > size) {
      throw new IOException(name + " unpacks to more than its " + size + " bytes");
    }
    seen.update(buffer, offset, n);
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    // reading is what checks
    byte[] buffer = new byte[(int) Math.max(0, Math.min(n, 1 << 16))];
    return Math.max(0, read(buffer, 0, buffer.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void requireEnd() throws IOException {
    if (count != size) {
      throw new IOException(name + " has " + count + " bytes, not " + size);
    }
    if (crc.isPresent() && crc.getAsLong() != seen.getValue()) {
      throw new IOException(name + " was changed: its CRC differs");
    }
  }
}
