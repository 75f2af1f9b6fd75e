package org.palimpsest.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a durable file")
final class DurableFileTest {
  @TempDir Path folder;

  @Test
  @DisplayName("is written in place of what was there, and nothing else is left")
  void replaces() throws IOException {
    Path file = folder.resolve("file");
    DurableFile.write(file, new byte[] {1});
    DurableFile.write(file, new byte[] {2, 3});
    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    assertOnly("file");
  }

  @Test
  @DisplayName("stays as it was when it cannot be replaced")
  void staysOnFailure() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.createFile(target.resolve("inside"));
    assertThatThrownBy(() -> DurableFile.write(target, new byte[] {1}))
        .isInstanceOf(IOException.class);
    assertThat(target.resolve("inside")).exists();
    assertOnly("target");
    assertThatThrownBy(() -> DurableFile.write(folder.resolve("no").resolve("file"), new byte[0]))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("that is private is its owner's alone from its first moment on, others are not")
  void permissions() throws IOException {
    Path secret = folder.resolve("secret");
    DurableFile.writePrivate(secret, new byte[] {1});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(DurableFile.isOpenToOthers(secret)).isFalse();
    for (String wider : new String[] {"rw-r-----", "rw----r--", "rwx------", "rw--w----"}) {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(wider));
      assertThat(DurableFile.isOpenToOthers(secret)).as(wider).isTrue();
    }
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
    assertThat(DurableFile.isOpenToOthers(secret)).isFalse();
  }

  @Test
  @DisplayName("has a private folder made for it, with the parents it needs")
  void folders() throws IOException {
    Path deep = folder.resolve("a").resolve("b");
    DurableFile.createPrivateFolder(deep);
    DurableFile.createPrivateFolder(deep);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)))
        .isEqualTo("rwx------");
    DurableFile.syncFolder(deep);
    Path blocked = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DurableFile.createPrivateFolder(blocked.resolve("c")))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("keeps its read-only mode when it gets its name")
  void publishes() throws IOException {
    Path incoming = Files.writeString(folder.resolve("incoming"), "x");
    DurableFile.sync(incoming);
    assertThat(incoming.toFile().setReadOnly()).isTrue();
    DurableFile.publish(incoming, folder.resolve("final"));
    assertThat(folder.resolve("final")).hasContent("x");
    assertThat(Files.getPosixFilePermissions(folder.resolve("final")))
        .noneMatch(permission -> permission.name().endsWith("WRITE"));
    assertOnly("final");
  }

  private void assertOnly(String name) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
    }
  }
}
