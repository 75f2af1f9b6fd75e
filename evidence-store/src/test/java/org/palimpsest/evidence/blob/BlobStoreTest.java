package org.palimpsest.evidence.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the blob store")
final class BlobStoreTest {
  private static final Sha256 TEST =
      new Sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

  @TempDir Path desk;
  private BlobStore store;

  @BeforeEach
  void setUp() {
    store = new BlobStore(desk.resolve("blobs"), true);
  }

  @Test
  @DisplayName("keeps content under its hash, in two parts, read-only")
  void keeps() throws IOException {
    BlobRef ref = put("test");
    assertThat(ref).isEqualTo(new BlobRef(TEST, 4));
    Path path = desk.resolve("blobs").resolve("9f").resolve(TEST.hex().substring(2));
    assertThat(store.path(TEST)).isEqualTo(path).hasContent("test");
    assertThat(Files.getPosixFilePermissions(path))
        .noneMatch(permission -> permission.name().endsWith("WRITE"));
    assertThat(store.contains(ref)).isTrue();
    assertThat(store.contains(new BlobRef(TEST, 5))).isFalse();
    assertThat(store.contains(new BlobRef(Sha256.hash(), 0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65535, 65536, 65537, 1_000_003})
  @DisplayName("gives back the same bytes, whatever their number")
  void roundTrip(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    Path file = Files.write(desk.resolve("file"), content);
    BlobRef ref = store.putFile(file);
    assertThat(ref).isEqualTo(new BlobRef(Sha256.hash(content), size));
    try (InputStream in = store.open(ref.sha256())) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  @DisplayName("stores the same content once")
  void once() throws IOException {
    assertThat(put("test")).isEqualTo(put("test"));
    try (var files = Files.walk(desk).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  @DisplayName("keeps nothing of a stream that breaks off")
  void brokenStream() throws IOException {
    InputStream half = new ByteArrayInputStream(new byte[100_000]);
    InputStream broken =
        new FilterInputStream(half) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (half.available() == 0) {
              throw new IOException("the cable");
            }
            return super.read(buffer, offset, length);
          }
        };
    assertThatThrownBy(() -> store.put(broken)).hasMessage("the cable");
    try (var files = Files.walk(desk).filter(Files::isRegularFile)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  @DisplayName("fails at the end of content that was changed, however it is read")
  void changedContent() throws IOException {
    put("test");
    spoil("tent");
    assertThatThrownBy(() -> store.check(TEST)).hasMessageContaining("was changed: run verify");
    try (InputStream in = store.open(TEST)) {
      assertThat(in.available()).isEqualTo(4);
      assertThat(in.read()).isEqualTo('t');
      assertThat(in.skip(10)).isEqualTo(3);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("was changed");
    }
    try (InputStream in = store.open(TEST)) {
      assertThatThrownBy(in::readAllBytes).hasMessageContaining(TEST.hex());
    }
  }

  @Test
  @DisplayName("does not heal content in silence when it is put again")
  void doesNotHeal() throws IOException {
    put("test");
    spoil("t");
    assertThatThrownBy(() -> put("test")).hasMessageContaining("was changed");
    assertThat(store.path(TEST)).hasContent("t");
  }

  @Test
  @DisplayName("says what is missing, and takes nothing where it may only read")
  void refuses() {
    assertThatThrownBy(() -> store.open(TEST)).hasMessageContaining(TEST.hex());
    BlobStore readOnly = new BlobStore(desk, false);
    assertThatThrownBy(() -> readOnly.put(InputStream.nullInputStream()))
        .hasMessageContaining("reading only");
    assertThatThrownBy(() -> new BlobRef(TEST, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private void spoil(String content) throws IOException {
    assertThat(store.path(TEST).toFile().setWritable(true)).isTrue();
    Files.writeString(store.path(TEST), content);
  }

  private BlobRef put(String content) throws IOException {
    return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }
}
