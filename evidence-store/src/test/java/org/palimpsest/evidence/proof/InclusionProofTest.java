package org.palimpsest.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.ledger.Rfc6962Vectors;

@DisplayName("an audit path")
final class InclusionProofTest {
  private static final int SIZES = 64;

  @Test
  @DisplayName("is that of the RFC for every leaf of every tree up to 64 leaves, and holds")
  void exhaustive() {
    for (int size = 1; size <= SIZES; size++) {
      List<Sha256> leaves = NaiveTree.leaves(size);
      MerkleTree tree = new MerkleTree(leaves);
      assertThat(tree.root()).isEqualTo(NaiveTree.root(leaves));
      for (int i = 0; i < size; i++) {
        InclusionProof proof = tree.inclusion(i);
        assertThat(proof.path()).isEqualTo(NaiveTree.path(i, leaves));
        assertThat(proof.holds(leaves.get(i), tree.root())).isTrue();
      }
    }
  }

  @Test
  @DisplayName("of the example in RFC 6962, section 2.1.3, has the nodes that are named there")
  void example() {
    List<Sha256> d = NaiveTree.leaves(7);
    Sha256 g = NaiveTree.root(d.subList(0, 2));
    Sha256 h = NaiveTree.root(d.subList(2, 4));
    Sha256 i = NaiveTree.root(d.subList(4, 6));
    Sha256 k = NaiveTree.root(d.subList(0, 4));
    Sha256 l = NaiveTree.root(d.subList(4, 7));
    MerkleTree tree = new MerkleTree(d);
    assertThat(tree.inclusion(0).path()).containsExactly(d.get(1), h, l);
    assertThat(tree.inclusion(3).path()).containsExactly(d.get(2), g, l);
    assertThat(tree.inclusion(4).path()).containsExactly(d.get(5), d.get(6), k);
    assertThat(tree.inclusion(6).path()).containsExactly(i, k);
  }

  @Test
  @DisplayName("leads to the reference roots of other implementations")
  void reference() {
    List<Sha256> leaves =
        Rfc6962Vectors.leaves().stream().map(d -> Sha256.hash(new byte[] {0}, d)).toList();
    MerkleTree all = new MerkleTree(leaves);
    for (int size = 1; size <= leaves.size(); size++) {
      MerkleTree tree = new MerkleTree(leaves.subList(0, size));
      Sha256 root = new Sha256(Rfc6962Vectors.ROOTS.get(size));
      assertThat(all.root(size)).isEqualTo(root);
      for (int i = 0; i < size; i++) {
        assertThat(tree.inclusion(i).holds(leaves.get(i), root)).isTrue();
      }
    }
  }

  @Test
  @DisplayName("does not hold with a hash left out, added, moved or changed, in any tree")
  void spoilt() {
    for (int size = 1; size <= SIZES; size++) {
      List<Sha256> leaves = NaiveTree.leaves(size);
      MerkleTree tree = new MerkleTree(leaves);
      int bitStep = size <= 8 ? 1 : 61; // every single bit in the small ones
      for (int i = 0; i < size; i++) {
        for (List<Sha256> path : Spoilt.variants(tree.inclusion(i).path(), bitStep)) {
          InclusionProof proof = new InclusionProof(i, size, path);
          assertThat(proof.holds(leaves.get(i), tree.root())).isFalse();
        }
      }
    }
  }

  @Test
  @DisplayName("does not hold for another leaf, place, size or root")
  void elsewhere() {
    for (int size = 2; size <= 20; size++) {
      List<Sha256> leaves = NaiveTree.leaves(size);
      MerkleTree tree = new MerkleTree(leaves);
      for (int i = 0; i < size; i++) {
        InclusionProof proof = tree.inclusion(i);
        Sha256 leaf = leaves.get(i);
        assertThat(proof.holds(leaf, Spoilt.flipped(tree.root(), i))).isFalse();
        for (int other = -1; other <= size; other++) {
          if (other != i) {
            assertThat(new InclusionProof(other, size, proof.path()).holds(leaf, tree.root()))
                .isFalse();
          }
          if (other != i && other >= 0 && other < size) {
            assertThat(proof.holds(leaves.get(other), tree.root())).isFalse();
          }
        }
        assertThat(new InclusionProof(i, 0, proof.path()).holds(leaf, tree.root())).isFalse();
        assertThat(new InclusionProof(i, -size, proof.path()).holds(leaf, tree.root())).isFalse();
      }
    }
  }

  @Test
  @DisplayName("is made for every one of 100,000 leaves and holds for them")
  void many() {
    int size = 100_000;
    List<Sha256> leaves = NaiveTree.leaves(size);
    MerkleTree tree = new MerkleTree(leaves);
    Sha256 root = NaiveTree.root(leaves);
    int hashes = 0;
    for (int i = 0; i < size; i++) {
      InclusionProof proof = tree.inclusion(i);
      hashes += proof.path().size();
      if (i % 97 == 0 || i > size - 100) {
        assertThat(proof.holds(leaves.get(i), root)).isTrue();
      }
    }
    assertThat(hashes).isBetween(16 * size, 17 * size);
  }

  @Test
  @DisplayName("is not made for a leaf that is not there, nor a tree for no leaf")
  void refuses() {
    assertThatThrownBy(() -> new MerkleTree(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    MerkleTree tree = new MerkleTree(NaiveTree.leaves(3));
    assertThat(tree.size()).isEqualTo(3);
    for (int index : new int[] {-1, 3}) {
      assertThatThrownBy(() -> tree.inclusion(index)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    for (int first : new int[] {0, 4}) {
      assertThatThrownBy(() -> tree.root(first)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> tree.consistency(first))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
