package org.palimpsest.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of a zip file by their place. Safe for several threads. */
final class ZipBytes {
  private final FileChannel channel;
  private final long length;

  ZipBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  long length() {
    return length;
  }

  /** {@code count} bytes from {@code place}, little-endian. */
  ByteBuffer at(long place, int count) throws IOException {
    if (place < 0 || count < 0 || place > length - count) {
      throw new BagException("it points outside itself");
    }
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place + bytes.position()) < 0) {
        throw new BagException("it was cut while it was read");
      }
    }
    return bytes.flip();
  }

  /** The bytes from {@code place} up to {@code end}. */
  InputStream stream(long place, long end) {
    return new InputStream() {
      private long next = place;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) throws IOException {
        if (next >= end) {
          return -1;
        }
        int most = (int) Math.min(count, end - next);
        int n = channel.read(ByteBuffer.wrap(buffer, offset, most), next);
        if (n > 0) {
          next += n;
        }
        return n;
      }
    };
  }
}
