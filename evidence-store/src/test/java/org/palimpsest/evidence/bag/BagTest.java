package org.palimpsest.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a bag")
final class BagTest {
  @TempDir Path desk;

  @Test
  @DisplayName("is read alike from a zip and from its unpacked folder")
  void reads() throws IOException {
    Path zip = Bags.forge(Bags.good()).write(desk.resolve("call.zip"));
    Path folder = Bags.folder(desk, Bags.good());
    for (Path path : new Path[] {zip, folder}) {
      try (Bag bag = Bag.open(path)) {
        assertThat(bag.path()).isEqualTo(path);
        assertThat(bag.names()).containsExactly("README.txt", "blobs/9f/86", "reports/100%.pdf");
        assertThat(bag.size("blobs/9f/86")).isEqualTo(4);
        assertThat(content(bag, "blobs/9f/86")).isEqualTo("test");
        assertThat(content(bag, "reports/100%.pdf")).hasSize(10_000);
        assertThat(bag.bagInfo())
            .containsEntry("Note", "one and more")
            .containsEntry("Payload-Oxum", "10012.3");
        assertThat(bag.problems()).isEmpty();
        assertThat(bag.check()).isEmpty();
        assertThatThrownBy(() -> bag.open("absent")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bag.size("absent")).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  @DisplayName("is read from the zips of other programs: with folders, descriptors, zip64")
  void otherWriters() throws IOException {
    Path zip = desk.resolve("jdk.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(Bags.TOP));
      for (Map.Entry<String, String> file : Bags.good().entrySet()) {
        out.putNextEntry(new ZipEntry(Bags.TOP + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    requireGood(zip);
    for (boolean named : new boolean[] {true, false}) {
      for (boolean wide : new boolean[] {true, false}) {
        ZipForge forge = Bags.forge(Bags.good());
        ZipForge.describe(forge.add(Bags.TOP + "data/", ""), named, wide);
        forge.zip64 = wide;
        requireGood(forge.write(desk.resolve("described.zip")));
      }
    }
  }

  @Test
  @DisplayName("says which files are missing, unnamed, changed or out of place")
  void problems() throws IOException {
    Map<String, String> files = Bags.good();
    files.remove("data/README.txt");
    files.put("data/blobs/00/11", "stray");
    files.put("data/blobs/9f/86", "tent");
    files.put("notes.txt", "beside");
    Path zip = Bags.forge(files).write(desk.resolve("call.zip"));
    for (Path path : new Path[] {zip, Bags.folder(desk, files)}) {
      try (Bag bag = Bag.open(path)) {
        assertThat(bag.problems())
            .containsExactlyInAnyOrder(
                "notes.txt does not belong into the bag",
                "data/README.txt is named in manifest-sha256.txt and is missing",
                "data/blobs/00/11 is not named in manifest-sha256.txt",
                "bag-info.txt states another number of bytes or files: Payload-Oxum");
        assertThat(bag.check())
            .hasSize(5)
            .contains("data/blobs/9f/86 has another SHA-256 than its manifest says")
            .isEqualTo(bag.check());
      }
    }
  }

  @Test
  @DisplayName("says what is wrong with its manifests themselves")
  void manifests() throws IOException {
    Map<String, String> files = Bags.good();
    String manifest = files.get("manifest-sha256.txt");
    files.put("manifest-sha256.txt", manifest.replace("\n", "\r\n") + manifest + "rubbish\n");
    Path zip = Bags.forge(files).write(desk.resolve("call.zip"));
    try (Bag bag = Bag.open(zip)) {
      assertThat(bag.problems())
          .hasSize(4)
          .allMatch(line -> line.startsWith("manifest-sha256.txt, line "));
      assertThat(bag.check())
          .hasSize(5)
          .contains("manifest-sha256.txt has another SHA-256 than its manifest says");
    }
    files.put("tagmanifest-sha256.txt", "0".repeat(64) + " other.txt\n");
    files.remove("bag-info.txt");
    try (Bag bag = Bag.open(Bags.forge(files).write(zip))) {
      assertThat(bag.bagInfo()).isEmpty();
      assertThat(bag.problems())
          .contains(
              "bag-info.txt is missing",
              "other.txt is named in tagmanifest-sha256.txt and is missing",
              "bagit.txt is not named in tagmanifest-sha256.txt");
    }
  }

  @Test
  @DisplayName("names a file that cannot be read to its end, and reads on")
  void unreadable() throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    byte[] odd = "odd".getBytes(StandardCharsets.UTF_8);
    ZipForge.Part part = forge.add(Bags.TOP + "data/odd", odd);
    part.crc = 1;
    part.localCrc = 1;
    Path zip = forge.write(desk.resolve("call.zip"));
    try (Bag bag = Bag.open(zip)) {
      assertThatThrownBy(() -> content(bag, "odd")).hasMessageContaining("CRC");
      assertThat(bag.check()).contains("data/odd is not named in manifest-sha256.txt");
    }
  }

  @Test
  @DisplayName("is unpacked below one empty folder, and nothing is overwritten")
  void extracts() throws IOException {
    Path zip = Bags.forge(Bags.good()).write(desk.resolve("call.zip"));
    Path out = desk.resolve("out");
    try (Bag bag = Bag.open(zip)) {
      bag.extract(out);
      assertThat(out.resolve("blobs").resolve("9f").resolve("86")).hasContent("test");
      assertThat(out.resolve("reports").resolve("100%.pdf")).hasSize(10_000);
      assertThatThrownBy(() -> bag.extract(out))
          .isInstanceOf(BagException.class)
          .hasMessageContaining("something is there already");
      Path file = Files.writeString(desk.resolve("file"), "x");
      assertThatThrownBy(() -> bag.extract(file)).isInstanceOf(BagException.class);
      assertThat(file).hasContent("x");
    }
  }

  @Test
  @DisplayName("is told from the folder of a case by its bagit.txt")
  void told() throws IOException {
    assertThat(Bag.isBag(desk)).isFalse();
    assertThat(Bag.isBag(desk.resolve("absent"))).isFalse();
    assertThat(Bag.isBag(Bags.folder(desk, Bags.good()))).isTrue();
    assertThat(Bag.isBag(Files.writeString(desk.resolve("file"), "x"))).isTrue();
  }

  private static void requireGood(Path zip) throws IOException {
    try (Bag bag = Bag.open(zip)) {
      assertThat(bag.check()).isEmpty();
      assertThat(bag.names()).hasSize(3);
      try (InputStream in = bag.open("reports/100%.pdf")) {
        assertThat(in.skip(9_999)).isEqualTo(9_999);
        assertThat(in.read()).isEqualTo(' ');
        assertThat(in.read()).isEqualTo(-1);
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static String content(Bag bag, String name) throws IOException {
    try (InputStream in = bag.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
