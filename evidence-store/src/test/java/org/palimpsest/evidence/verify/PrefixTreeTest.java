package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.ledger.MerkleFrontier;
import org.palimpsest.evidence.ledger.Rfc6962Vectors;

@DisplayName("the verifier's tree")
final class PrefixTreeTest {
  @Test
  @DisplayName("has the roots of RFC 6962 for every prefix of the reference leaves")
  void reference() {
    PrefixTree tree = tree(Rfc6962Vectors.leaves().stream().map(PrefixTree::leaf).toList());
    for (int n = 0; n <= 8; n++) {
      assertThat(tree.root(n).hex()).as("size %d", n).isEqualTo(Rfc6962Vectors.ROOTS.get(n));
    }
  }

  @Test
  @DisplayName("agrees with the writer's tree up to 300 entries")
  void agreesWithTheWriter() {
    List<byte[]> leaves = new ArrayList<>();
    List<Sha256> roots = new ArrayList<>(List.of(MerkleFrontier.empty().root()));
    MerkleFrontier writer = MerkleFrontier.empty();
    for (int i = 0; i < 300; i++) {
      leaves.add(PrefixTree.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
      writer = writer.with(Sha256.ofRaw(leaves.get(i)));
      roots.add(writer.root());
    }
    PrefixTree tree = tree(leaves);
    for (int n = 0; n <= 300; n++) {
      assertThat(tree.root(n)).isEqualTo(roots.get(n));
    }
    assertThat(tree.size()).isEqualTo(300);
    assertThatThrownBy(() -> tree.root(301)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.root(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static PrefixTree tree(List<byte[]> hashes) {
    Leaves leaves = new Leaves();
    hashes.forEach(leaves::add);
    return new PrefixTree(leaves);
  }
}
