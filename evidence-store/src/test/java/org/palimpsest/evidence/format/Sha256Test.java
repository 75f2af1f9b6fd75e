package org.palimpsest.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a SHA-256 value")
final class Sha256Test {
  private static final String TEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @Test
  @DisplayName("is that of the concatenated parts")
  void hashes() {
    byte[] te = "te".getBytes(StandardCharsets.UTF_8);
    byte[] st = "st".getBytes(StandardCharsets.UTF_8);
    assertThat(Sha256.hash(te, st)).hasToString(TEST);
    assertThat(Sha256.ofRaw(new Sha256(TEST).raw())).isEqualTo(new Sha256(TEST));
    assertThat(new Sha256(TEST)).isLessThan(new Sha256("a" + TEST.substring(1)));
  }

  @Test
  @DisplayName("is that of a stream to its end, however long, which stays open")
  void stream() throws Exception {
    byte[] content = new byte[200_000];
    new java.util.Random(1).nextBytes(content);
    boolean[] closed = {false};
    InputStream in =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int count) {
            return super.read(buffer, offset, Math.min(count, 777)); // streams answer in pieces
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThat(Sha256.hash(in)).isEqualTo(Sha256.hash(content));
    assertThat(closed[0]).isFalse();
    assertThat(Sha256.hash(InputStream.nullInputStream())).isEqualTo(Sha256.hash(new byte[0]));
  }

  @Test
  @DisplayName("says where its content is among blobs")
  void blobPath() {
    assertThat(new Sha256(TEST).blobPath()).isEqualTo("9f/" + TEST.substring(2)).hasSize(65);
  }

  @Test
  @DisplayName("is written in 64 lower-case digits and not otherwise")
  void refuses() {
    for (String odd :
        new String[] {"", TEST.substring(1), TEST + "0", TEST.toUpperCase(java.util.Locale.ROOT)}) {
      assertThatThrownBy(() -> new Sha256(odd)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
