package org.palimpsest.evidence.bag;

import java.nio.ByteBuffer;

/**
 * Sizes and place of a file in a zip; those that do not fit into 32 bits stand in an extra field.
 *
 * @param size of the content
 * @param packed bytes in the zip
 * @param offset of the local header
 */
record ZipSizes(long size, long packed, long offset) {
  private static final int ZIP64 = 0x0001;

  /** A second name beside the name: which of the two counts depends on the program. */
  private static final int OTHER_NAME = 0x7075;

  static ZipSizes of(int size, int packed, int offset, ByteBuffer extra) throws BagException {
    ByteBuffer wide = zip64(extra);
    long wholeSize = widen(size, wide);
    long wholePacked = widen(packed, wide);
    long wholeOffset = widen(offset, wide);
    if (wide.remaining() > 4) { // a disk number may follow, and some write one
      throw new BagException("a size in it stands there twice");
    }
    if (wholeSize < 0 || wholePacked < 0 || wholeOffset < 0) {
      throw new BagException("a size in it is impossible");
    }
    return new ZipSizes(wholeSize, wholePacked, wholeOffset);
  }

  private static ByteBuffer zip64(ByteBuffer extra) throws BagException {
    ByteBuffer found = ByteBuffer.allocate(0);
    boolean seen = false;
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xffff;
      int length = extra.getShort() & 0xffff;
      if (length > extra.remaining() || id == OTHER_NAME || (id == ZIP64 && seen)) {
        throw new BagException("an extra field in it is damaged, or gives a second name");
      }
      ByteBuffer field = extra.slice(extra.position(), length).order(extra.order());
      extra.position(extra.position() + length);
      if (id == ZIP64) {
        found = field;
        seen = true;
      }
    }
    if (extra.hasRemaining()) {
      throw new BagException("an extra field in it is damaged");
    }
    return found;
  }

  private static long widen(int narrow, ByteBuffer wide) throws BagException {
    if (narrow != -1) {
      return narrow & 0xffffffffL;
    }
    if (wide.remaining() < 8) {
      throw new BagException("a size in it is missing");
    }
    return wide.getLong();
  }
}
