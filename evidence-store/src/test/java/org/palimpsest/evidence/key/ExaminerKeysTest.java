package org.palimpsest.evidence.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an examiner's key")
final class ExaminerKeysTest {
  private static final String NAME = "Dr. Ä/x";

  @TempDir Path desk;
  private ExaminerKeys keys;

  @BeforeEach
  void setUp() {
    keys = new ExaminerKeys(desk.resolve("palimpsest").resolve("keys"), Clock.systemUTC());
  }

  @Test
  @DisplayName("is made at first use and the same ever after")
  void madeOnce() throws Exception {
    assertThat(keys.exists(NAME)).isFalse();
    SigningKey first = keys.openOrCreate(NAME, Optional.empty());
    assertThat(keys.exists(NAME)).isTrue();
    assertThat(keys.openOrCreate(NAME, Optional.empty()).verifyingKey())
        .isEqualTo(first.verifyingKey());
    assertThat(keys.openOrCreate("Other", Optional.empty()).verifyingKey())
        .isNotEqualTo(first.verifyingKey());
  }

  @Test
  @DisplayName("signs so that its public half verifies")
  void signs() throws Exception {
    SigningKey key = keys.openOrCreate(NAME, Optional.empty());
    byte[] message = "message".getBytes(StandardCharsets.UTF_8);
    byte[] signature = key.sign(message);
    assertThat(signature).hasSize(64).isEqualTo(key.sign(message));
    assertThat(key.verifyingKey().verifies(message, signature)).isTrue();
    signature[0] ^= 1;
    assertThat(key.verifyingKey().verifies(message, signature)).isFalse();
  }

  @Test
  @DisplayName("without a password is for its owner only, says so, and is refused otherwise")
  void withoutPassword() throws Exception {
    SigningKey key = keys.openOrCreate(NAME, Optional.empty());
    assertThat(key.passwordProtected()).isFalse();
    assertThat(keys.passwordProtected(NAME)).isFalse();
    Path file = keys.file(NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(keys.openOrCreate(NAME, password("ignored")).passwordProtected()).isFalse();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keys.openOrCreate(NAME, Optional.empty()))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  @DisplayName("with a password opens with it alone")
  void withPassword() throws Exception {
    assertThat(keys.passwordProtected(NAME)).isFalse();
    SigningKey key = keys.openOrCreate(NAME, password("correct horse"));
    assertThat(key.passwordProtected()).isTrue();
    assertThat(keys.passwordProtected(NAME)).isTrue();
    assertThat(keys.openOrCreate(NAME, password("correct horse")).verifyingKey())
        .isEqualTo(key.verifyingKey());
    assertThatThrownBy(() -> keys.openOrCreate(NAME, password("wrong horse")))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("the password is wrong")
        .hasMessageContaining(keys.file(NAME).toString());
    for (Optional<char[]> none : java.util.List.of(Optional.<char[]>empty(), password(""))) {
      assertThatThrownBy(() -> keys.openOrCreate(NAME, none))
          .isInstanceOf(KeyException.class)
          .hasMessageContaining("PALIMPSEST_KEY_PASSWORD");
    }
  }

  @Test
  @DisplayName("is not made with a password that PKCS#12 cannot take, nor opened by one")
  void notAscii() throws Exception {
    assertThatThrownBy(() -> keys.openOrCreate(NAME, password("pässwörd")))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("ASCII");
    assertThat(keys.exists(NAME)).isFalse();
    keys.openOrCreate(NAME, password("password"));
    assertThatThrownBy(() -> keys.openOrCreate(NAME, password("pässwörd")))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("the password is wrong");
  }

  @Test
  @DisplayName("has a file whose name no system misreads")
  void fileNames() {
    assertThat(keys.file(NAME)).hasFileName("Dr. %c3%84%2fx.p12");
    assertThat(keys.file("..")).hasFileName("%2e..p12");
    assertThat(keys.file("E. Xaminer-2_b")).hasFileName("E. Xaminer-2_b.p12");
  }

  @Test
  @DisplayName("that is damaged, unreadable or cannot be made is refused in one line")
  void damaged() throws Exception {
    keys.openOrCreate(NAME, Optional.empty());
    Files.write(keys.file(NAME), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> keys.openOrCreate(NAME, password("x")))
        .hasMessageContaining("damaged");
    Files.delete(keys.file(NAME));
    Files.createDirectory(keys.file(NAME));
    assertThatThrownBy(() -> keys.openOrCreate(NAME, Optional.empty()))
        .hasMessageContaining("cannot be read");
    Path blocked = Files.createFile(desk.resolve("blocked"));
    ExaminerKeys nowhere = new ExaminerKeys(blocked.resolve("keys"), Clock.systemUTC());
    assertThatThrownBy(() -> nowhere.openOrCreate(NAME, Optional.empty()))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("cannot be made");
  }

  private static Optional<char[]> password(String text) {
    return Optional.of(text.toCharArray());
  }
}
