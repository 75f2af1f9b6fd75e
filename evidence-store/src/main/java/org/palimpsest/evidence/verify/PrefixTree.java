package org.palimpsest.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * The RFC 6962 root of the first n leaves, for each n, by the RFC's own recursion: the largest
 * power of two below n goes left. Complete subtrees are computed once, by level. The writer
 * computes roots in another way, so that an error in one of them shows.
 */
final class PrefixTree {
  private static final byte[] LEAF = {0x00};
  private static final byte[] NODE = {0x01};

  private final List<List<Sha256>> levels = new ArrayList<>();

  PrefixTree(List<Sha256> leaves) {
    levels.add(List.copyOf(leaves));
    for (List<Sha256> below = leaves; below.size() > 1; below = levels.get(levels.size() - 1)) {
      List<Sha256> level = new ArrayList<>(below.size() / 2);
      for (int i = 0; i + 1 < below.size(); i += 2) {
        level.add(node(below.get(i), below.get(i + 1)));
      }
      levels.add(level);
    }
  }

  static Sha256 leaf(byte[] body) {
    return Sha256.hash(LEAF, body);
  }

  int size() {
    return levels.get(0).size();
  }

  /**
   * @throws IndexOutOfBoundsException if there are fewer leaves
   */
  Sha256 root(int size) {
    return size == 0 ? Sha256.hash() : root(0, size);
  }

  private Sha256 root(int start, int count) {
    if (Integer.bitCount(count) == 1) {
      // a split puts a power of two first, so that this subtree is aligned
      return levels.get(Integer.numberOfTrailingZeros(count)).get(start / count);
    }
    int left = Integer.highestOneBit(count);
    return node(root(start, left), root(start + left, count - left));
  }

  private static Sha256 node(Sha256 left, Sha256 right) {
    return Sha256.hash(NODE, left.raw(), right.raw());
  }
}
