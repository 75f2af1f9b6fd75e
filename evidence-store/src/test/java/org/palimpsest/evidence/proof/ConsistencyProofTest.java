package org.palimpsest.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a consistency proof")
final class ConsistencyProofTest {
  private static final int SIZES = 64;

  @Test
  @DisplayName("is that of the RFC for every two trees up to 64 leaves, and holds")
  void exhaustive() {
    for (int second = 1; second <= SIZES; second++) {
      List<Sha256> leaves = NaiveTree.leaves(second);
      MerkleTree tree = new MerkleTree(leaves);
      for (int first = 1; first <= second; first++) {
        ConsistencyProof proof = tree.consistency(first);
        assertThat(proof.path()).isEqualTo(NaiveTree.proof(first, leaves));
        assertThat(proof.holds(tree.root(first), tree.root())).isTrue();
        assertThat(tree.root(first)).isEqualTo(NaiveTree.root(leaves.subList(0, first)));
      }
    }
  }

  @Test
  @DisplayName("of the example in RFC 6962, section 2.1.3, has the nodes that are named there")
  void example() {
    List<Sha256> d = NaiveTree.leaves(7);
    Sha256 g = NaiveTree.root(d.subList(0, 2));
    Sha256 i = NaiveTree.root(d.subList(4, 6));
    Sha256 k = NaiveTree.root(d.subList(0, 4));
    Sha256 l = NaiveTree.root(d.subList(4, 7));
    MerkleTree tree = new MerkleTree(d);
    assertThat(tree.consistency(3).path()).containsExactly(d.get(2), d.get(3), g, l);
    assertThat(tree.consistency(4).path()).containsExactly(l);
    assertThat(tree.consistency(6).path()).containsExactly(i, d.get(6), k);
  }

  @Test
  @DisplayName("does not hold with a hash left out, added, moved or changed, in any tree")
  void spoilt() {
    for (int second = 1; second <= SIZES; second++) {
      MerkleTree tree = new MerkleTree(NaiveTree.leaves(second));
      int bitStep = second <= 8 ? 1 : 61; // every single bit in the small ones
      for (int first = 1; first <= second; first++) {
        Sha256 before = tree.root(first);
        for (List<Sha256> path : Spoilt.variants(tree.consistency(first).path(), bitStep)) {
          assertThat(new ConsistencyProof(first, second, path).holds(before, tree.root()))
              .isFalse();
        }
      }
    }
  }

  @Test
  @DisplayName("does not hold for another size or root")
  void elsewhere() {
    for (int second = 2; second <= 20; second++) {
      MerkleTree tree = new MerkleTree(NaiveTree.leaves(second));
      for (int first = 1; first <= second; first++) {
        Sha256 before = tree.root(first);
        Sha256 after = tree.root();
        ConsistencyProof proof = tree.consistency(first);
        assertThat(proof.holds(Spoilt.flipped(before, second), after)).isFalse();
        assertThat(proof.holds(before, Spoilt.flipped(after, first))).isFalse();
        for (int other = -1; other <= second + 1; other++) {
          if (other != first) {
            assertThat(new ConsistencyProof(other, second, proof.path()).holds(before, after))
                .isFalse();
          }
        }
        assertThat(new ConsistencyProof(first, -second, proof.path()).holds(before, after))
            .isFalse();
      }
    }
  }

  @Test
  @DisplayName("does not hold for a history that was rewritten")
  void rewritten() {
    List<Sha256> leaves = NaiveTree.leaves(33);
    for (int first = 1; first < 33; first++) {
      for (int changed = 0; changed < first; changed++) {
        List<Sha256> other = new java.util.ArrayList<>(leaves);
        other.set(changed, Sha256.hash());
        MerkleTree rewritten = new MerkleTree(other);
        Sha256 seen = new MerkleTree(leaves).root(first);
        assertThat(rewritten.consistency(first).holds(seen, rewritten.root())).isFalse();
      }
    }
  }
}
