package org.palimpsest.evidence.verify;

import java.util.Arrays;

/** Leaf hashes one after the other: 32 bytes for an entry, however many there are. */
final class Leaves {
  static final int BYTES = 32;

  private byte[] hashes = new byte[64 * BYTES];
  private int size;

  /**
   * @param hash 32 bytes
   */
  void add(byte[] hash) {
    if ((size + 1) * BYTES > hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.multiplyExact(2, hashes.length));
    }
    System.arraycopy(hash, 0, hashes, size * BYTES, BYTES);
    size++;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(hashes, size * BYTES);
  }
}
