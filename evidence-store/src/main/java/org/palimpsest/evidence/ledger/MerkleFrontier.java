package org.palimpsest.evidence.ledger;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * An RFC 6962 tree reduced to the roots of its complete subtrees, which is all that appending
 * needs: {@code with} and {@code root} take O(log n). Immutable, so that an append whose
 * transaction fails has changed nothing.
 *
 * @param size number of leaves
 * @param peaks roots of the complete subtrees, the largest first
 */
public record MerkleFrontier(long size, List<Sha256> peaks) {
  private static final byte[] LEAF = {0x00};
  private static final byte[] NODE = {0x01};

  /** Keeps a copy of {@code peaks}. */
  public MerkleFrontier {
    peaks = List.copyOf(peaks);
    if (Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException("a tree of " + size + " leaves has other peaks");
    }
  }

  /** The tree without leaves. */
  public static MerkleFrontier empty() {
    return new MerkleFrontier(0, List.of());
  }

  /** The hash of an entry: SHA-256(0x00 ‖ body). */
  public static Sha256 leafHash(byte[] body) {
    return Sha256.hash(LEAF, body);
  }

  /** This tree with one leaf more. */
  public MerkleFrontier with(Sha256 leafHash) {
    List<Sha256> next = new ArrayList<>(peaks);
    Sha256 hash = leafHash;
    // each trailing one bit of the size is a complete subtree that the new leaf completes
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = node(next.remove(next.size() - 1), hash);
    }
    next.add(hash);
    return new MerkleFrontier(size + 1, next);
  }

  /** The root; of the empty tree, the hash of nothing. */
  public Sha256 root() {
    if (peaks.isEmpty()) {
      return Sha256.hash();
    }
    Sha256 root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(peaks.get(i), root);
    }
    return root;
  }

  private static Sha256 node(Sha256 left, Sha256 right) {
    return Sha256.hash(NODE, left.raw(), right.raw());
  }
}
