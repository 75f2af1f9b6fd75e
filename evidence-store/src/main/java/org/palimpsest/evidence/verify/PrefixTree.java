package org.palimpsest.evidence.verify;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * The RFC 6962 root of the first n leaves, for each n, by the RFC's own recursion: the largest
 * power of two below n goes left. Complete subtrees are computed once, by level: 64 bytes for a
 * leaf in all. The writer computes roots in another way, so that an error in one of them shows.
 *
 * <p>Not safe for several threads.
 */
final class PrefixTree {
  private static final byte[] LEAF = {0x00};
  private static final byte NODE = 0x01;
  private static final int BYTES = Leaves.BYTES;

  private final List<byte[]> levels = new ArrayList<>();
  private final MessageDigest digest = Sha256.newDigest();

  PrefixTree(Leaves leaves) {
    byte[] below = leaves.bytes();
    levels.add(below);
    while (below.length > BYTES) {
      byte[] level = new byte[below.length / (2 * BYTES) * BYTES];
      for (int at = 0; at < level.length; at += BYTES) {
        node(below, 2 * at, below, 2 * at + BYTES, level, at);
      }
      levels.add(level);
      below = level;
    }
  }

  static byte[] leaf(byte[] body) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(LEAF);
    return digest.digest(body);
  }

  int size() {
    return levels.get(0).length / BYTES;
  }

  /**
   * @throws IndexOutOfBoundsException if there are fewer leaves
   */
  Sha256 root(int size) {
    if (size < 0 || size > size()) {
      throw new IndexOutOfBoundsException(size);
    }
    return size == 0 ? Sha256.hash() : Sha256.ofRaw(root(0, size));
  }

  /** Whether that is the root of the first {@code size} leaves. */
  boolean hasRoot(int size, Sha256 root) {
    return size > 0 && Arrays.equals(root(0, size), root.raw());
  }

  private byte[] root(int start, int count) {
    if (Integer.bitCount(count) == 1) {
      // a split puts a power of two first, so that this subtree is aligned
      int at = start / count * BYTES;
      return Arrays.copyOfRange(levels.get(Integer.numberOfTrailingZeros(count)), at, at + BYTES);
    }
    int left = Integer.highestOneBit(count);
    byte[] root = new byte[BYTES];
    node(root(start, left), 0, root(start + left, count - left), 0, root, 0);
    return root;
  }

  private void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int outAt) {
    digest.update(NODE);
    digest.update(left, leftAt, BYTES);
    digest.update(right, rightAt, BYTES);
    try {
      digest.digest(out, outAt, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes have room for a SHA-256", e);
    }
  }
}
