package org.palimpsest.evidence.proof;

import java.util.List;
import org.palimpsest.evidence.format.Sha256;

/**
 * A consistency proof (RFC 6962, section 2.1.2): what shows that a tree only grew.
 *
 * @param first number of leaves before
 * @param second number of leaves after
 * @param path hashes in the order of the RFC
 */
public record ConsistencyProof(long first, long second, List<Sha256> path) {
  /** Keeps a copy of {@code path}. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Whether the tree with {@code secondRoot} begins with all leaves of the tree with {@code
   * firstRoot} (RFC 9162, 2.1.4.2). Trees of one size are the same tree, shown by no hash at all.
   */
  public boolean holds(Sha256 firstRoot, Sha256 secondRoot) {
    if (first < 1 || first > second) {
      return false;
    }
    if (first == second) {
      return path.isEmpty() && firstRoot.equals(secondRoot);
    }
    boolean complete = Long.bitCount(first) == 1;
    if (path.isEmpty()) {
      return false;
    }
    int skipped = Long.numberOfTrailingZeros(first);
    long fn = (first - 1) >> skipped;
    long sn = (second - 1) >> skipped;
    Sha256 before = complete ? firstRoot : path.get(0);
    Sha256 after = before;
    for (Sha256 other : complete ? path : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        before = Node.hash(other, before);
        after = Node.hash(other, after);
        int level = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= level;
        sn >>= level;
      } else {
        after = Node.hash(after, other);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && before.equals(firstRoot) && after.equals(secondRoot);
  }
}
