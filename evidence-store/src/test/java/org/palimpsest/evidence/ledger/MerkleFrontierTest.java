package org.palimpsest.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the writer's tree")
final class MerkleFrontierTest {
  @Test
  @DisplayName("has the roots of RFC 6962 after each of the reference leaves")
  void reference() {
    MerkleFrontier tree = MerkleFrontier.empty();
    assertThat(tree.root().hex()).isEqualTo(Rfc6962Vectors.ROOTS.get(0));
    for (byte[] leaf : Rfc6962Vectors.leaves()) {
      tree = tree.with(MerkleFrontier.leafHash(leaf));
      assertThat(tree.root().hex()).isEqualTo(Rfc6962Vectors.ROOTS.get((int) tree.size()));
    }
  }

  @Test
  @DisplayName("hashes a leaf as RFC 6962 does")
  void leaf() {
    assertThat(MerkleFrontier.leafHash("L123456".getBytes(StandardCharsets.UTF_8)).hex())
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  @DisplayName("keeps only as many hashes as its size has one bits, and is left as it was")
  void isSmallAndImmutable() {
    MerkleFrontier tree = MerkleFrontier.empty();
    for (int i = 0; i < 1000; i++) {
      MerkleFrontier before = tree;
      Sha256 root = before.root();
      tree = tree.with(Sha256.hash(new byte[] {(byte) i}));
      assertThat(before.root()).isEqualTo(root);
      assertThat(tree.peaks()).hasSize(Long.bitCount(i + 1));
    }
    assertThatThrownBy(() -> new MerkleFrontier(3, List.of(Sha256.hash())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
