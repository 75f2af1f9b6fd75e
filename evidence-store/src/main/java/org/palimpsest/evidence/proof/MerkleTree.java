package org.palimpsest.evidence.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.palimpsest.evidence.format.Sha256;

/**
 * An RFC 6962 tree over leaf hashes, from which proofs are made.
 *
 * <p>Every complete subtree is hashed once, when the tree is built, and kept: 64 bytes for each
 * leaf. A proof then takes a few look-ups for each of its hashes. Immutable, safe for every thread.
 */
public final class MerkleTree {
  private static final int BYTES = 32;

  private final int size;

  /** For each height, the hashes of the complete subtrees of that height, one after another. */
  private final List<byte[]> levels;

  /**
   * Builds the tree of {@code leaves}, the oldest first.
   *
   * @throws IllegalArgumentException for no leaf, or more than fit into memory (2²⁶)
   */
  public MerkleTree(List<Sha256> leaves) {
    size = leaves.size();
    if (size < 1 || size > 1 << 26) {
      throw new IllegalArgumentException("a tree has 1 to 2^26 leaves, not " + size);
    }
    byte[] level = new byte[size * BYTES];
    int at = 0;
    for (Sha256 leaf : leaves) {
      System.arraycopy(leaf.raw(), 0, level, at, BYTES);
      at += BYTES;
    }
    levels = new ArrayList<>();
    levels.add(level);
    for (int count = size / 2; count > 0; count /= 2) {
      level = above(level, count);
      levels.add(level);
    }
  }

  /** Number of leaves. */
  public int size() {
    return size;
  }

  /** The root of all leaves. */
  public Sha256 root() {
    return root(size);
  }

  /**
   * The root that the tree had when it had {@code first} leaves.
   *
   * @throws IndexOutOfBoundsException unless that is 1 to {@link #size}
   */
  public Sha256 root(int first) {
    Objects.checkIndex(first - 1, size);
    return subtree(0, first);
  }

  /**
   * What shows that a leaf is in the tree of all leaves.
   *
   * @param index of the leaf, from 0
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionProof inclusion(int index) {
    Objects.checkIndex(index, size);
    List<Sha256> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + split(to - from);
      if (index < middle) {
        path.add(0, subtree(middle, to));
        to = middle;
      } else {
        path.add(0, subtree(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /**
   * What shows that the tree of all leaves continues that of the first ones.
   *
   * @param first how many leaves the smaller tree has
   * @throws IndexOutOfBoundsException unless that is 1 to {@link #size}
   */
  public ConsistencyProof consistency(int first) {
    Objects.checkIndex(first - 1, size);
    List<Sha256> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to != first) {
      int middle = from + split(to - from);
      if (first <= middle) {
        path.add(0, subtree(middle, to));
        to = middle;
      } else {
        path.add(0, subtree(from, middle));
        from = middle;
      }
    }
    // a subtree that begins at 0 is the smaller tree itself, whose root is known
    if (from > 0) {
      path.add(0, subtree(from, to));
    }
    return new ConsistencyProof(first, size, path);
  }

  private Sha256 subtree(int from, int to) {
    int count = to - from;
    if (Integer.bitCount(count) == 1) {
      int height = Integer.numberOfTrailingZeros(count);
      return hash(levels.get(height), from >> height);
    }
    int middle = from + split(count);
    return Node.hash(subtree(from, middle), subtree(middle, to));
  }

  /** The largest power of two below {@code count}, which is 2 at least. */
  private static int split(int count) {
    return Integer.highestOneBit(count - 1);
  }

  private static byte[] above(byte[] level, int count) {
    byte[] above = new byte[count * BYTES];
    for (int i = 0; i < count; i++) {
      Sha256 node = Node.hash(hash(level, 2 * i), hash(level, 2 * i + 1));
      System.arraycopy(node.raw(), 0, above, i * BYTES, BYTES);
    }
    return above;
  }

  private static Sha256 hash(byte[] level, int place) {
    return Sha256.ofRaw(Arrays.copyOfRange(level, place * BYTES, (place + 1) * BYTES));
  }
}
