package org.palimpsest.evidence.proof;

import org.palimpsest.evidence.format.Sha256;

/** The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right). */
final class Node {
  private static final byte[] PREFIX = {0x01};

  private Node() {}

  static Sha256 hash(Sha256 left, Sha256 right) {
    return Sha256.hash(PREFIX, left.raw(), right.raw());
  }
}
