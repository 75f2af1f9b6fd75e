package org.palimpsest.evidence.proof;

import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * An audit path (RFC 6962, section 2.1.1): what leads from one leaf to the root.
 *
 * @param index place of the leaf, from 0
 * @param size number of leaves in the tree
 * @param path hashes, from the leaf's sibling upwards
 */
public record InclusionProof(long index, long size, List<Sha256> path) {
  /** Keeps a copy of {@code path}. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Whether {@code leafHash} is at this place of the tree that has {@code root} (RFC 9162,
   * 2.1.3.2).
   */
  public boolean holds(Sha256 leafHash, Sha256 root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    Sha256 hash = leafHash;
    for (Sha256 other : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = Node.hash(other, hash);
        // where the leaf's side has no right sibling, its subtree passes upwards unchanged
        int skipped = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= skipped;
        sn >>= skipped;
      } else {
        hash = Node.hash(hash, other);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && hash.equals(root);
  }
}
