package org.palimpsest.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a hostile bag is refused in one line:")
final class HostileBagTest {
  private static final String DATA = Bags.TOP + "data/";

  @TempDir Path desk;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "call//etc/passwd",
        "call/data/../../../escaped",
        "call/data/..",
        "call/data/./x",
        "call/data/a\\b",
        "call/data/c:d",
        "C:/x",
        "call/data/bell\u0007",
        "call/data/line\nend",
        "call/data/zero\u0000",
        "call/data/del\u007f",
        "call/data/turned\u202etxt",
        "call/data/dot.",
        "call/data/space ",
        "call/data/NUL",
        "call/data/com1.txt",
        "other/data/x",
        "x",
        "call/data/README.txt",
        "call/data/readme.TXT",
        "call/data/README.txt/below",
        "call/data/blobs",
        "call/data/blobs/9f/86/"
      })
  @DisplayName("a name that is unsafe, or there before")
  void names(String name) throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    forge.add(name, "");
    refused(forge);
    assertThat(desk.resolve("escaped")).doesNotExist();
  }

  @Test
  @DisplayName("two names that differ only in how an accent is written")
  void composition() throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    forge.add(DATA + "caf\u00e9", "");
    forge.write(desk.resolve("fine.zip"));
    Bag.open(desk.resolve("fine.zip")).close();
    forge.add(DATA + "cafe\u0301", "");
    refused(forge);
  }

  @ParameterizedTest
  @MethodSource("lies")
  @DisplayName("a file")
  void lie(Consumer<ZipForge.Part> lie) throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    byte[] content = "some content, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    forge.add(DATA + "before", "x");
    ZipForge.Part part = forge.add(DATA + "odd", content, true);
    forge.add(DATA + "behind", "x");
    Bag.open(forge.write(desk.resolve("fine.zip"))).close();
    lie.accept(part);
    refused(forge);
  }

  static Stream<Named<Consumer<ZipForge.Part>>> lies() {
    return Stream.of(
        lie("that is a symbolic link", p -> p.mode = 0120777),
        lie("that is a device", p -> p.mode = 0020666),
        lie("that is a pipe", p -> p.mode = 0010666),
        lie("that is a folder by its mode", p -> p.mode = 0040755),
        lie("that is encrypted", p -> both(p, 1)),
        lie("that is strongly encrypted", p -> both(p, 1 << 6)),
        lie("whose directory is encrypted", p -> both(p, 1 << 13)),
        lie("that is a patch", p -> both(p, 1 << 5)),
        lie("packed in another way", p -> p.localMethod = p.method = 12),
        lie("packed in one way here, in another there", p -> p.localMethod = 0),
        lie("with another name in its own header", p -> p.localName = DATA + "add"),
        lie("with other flags in its own header", p -> p.localFlags |= 2),
        lie("with another CRC in its own header", p -> p.localCrc++),
        lie("with another size in its own header", p -> p.localSize++),
        lie("with another time in its own header", p -> p.localTime++),
        lie("with a comment", p -> p.comment = "hidden"),
        lie("with a damaged extra field", p -> p.extra = new byte[] {1, 0, 9, 0, 1}),
        lie("with a rest of an extra field", p -> p.localExtra = new byte[] {1, 0, 0}),
        lie("with a second name", p -> p.extra = new byte[] {0x75, 0x70, 1, 0, 1}),
        lie("with sizes twice", p -> p.extra = zip64(16)),
        lie("with two extra fields for sizes", p -> p.extra = new byte[] {1, 0, 0, 0, 1, 0, 0, 0}),
        lie("whose size is missing", p -> p.localSize = p.size = 0xffffffffL),
        lie("whose size is impossible", HostileBagTest::negative),
        lie("that grows by more than is possible", p -> p.localSize = p.size = 100_000_000),
        lie("that begins elsewhere", p -> p.offsetLie = -1),
        lie("that is the one before again", p -> p.offsetLie = -31 - p.localName.length()),
        lie("that goes on behind its end", p -> p.packed = new byte[p.packed.length + 1]),
        lie("that overlaps the next", p -> p.packedSize++),
        lie("with sizes behind it that are wrong", HostileBagTest::wrongDescriptor),
        lie("that should have sizes behind it", p -> both(p, 8)),
        lie("with sizes behind it that nobody announced", p -> p.descriptor = new byte[16]));
  }

  @ParameterizedTest
  @MethodSource("frames")
  @DisplayName("a zip")
  void frame(Consumer<ZipForge> lie) throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    lie.accept(forge);
    refused(forge);
  }

  static Stream<Named<Consumer<ZipForge>>> frames() {
    return Stream.of(
        frame("with a program before it", z -> z.before = new byte[10]),
        frame("with data before its directory", z -> z.beforeDirectory = new byte[10]),
        frame("with data after its end", z -> z.after = new byte[10]),
        frame("with a comment", z -> z.comment = "hidden"),
        frame("that has a file more than it says", z -> z.countLie = -1),
        frame("that has a file less than it says", z -> z.countLie = 1),
        frame("of several disks", z -> z.endLie = e -> e.putShort(4, (short) 1)),
        frame(
            "with part of its directory elsewhere", z -> z.endLie = e -> e.putShort(8, (short) 1)),
        frame("whose directory is shorter", z -> z.endLie = e -> e.putInt(12, e.getInt(12) - 1)),
        frame("whose directory begins later", z -> z.endLie = e -> e.putInt(16, e.getInt(16) + 1)),
        frame(
            "with two ends that differ",
            z -> {
              z.zip64 = true;
              z.endLie = e -> e.putInt(16, 0);
            }),
        frame(
            "with two ends and another count",
            z -> {
              z.zip64 = true;
              z.endLie = e -> e.putShort(10, (short) 1);
            }));
  }

  @Test
  @DisplayName("content that is more, or less, than was announced, or packed wrongly")
  void content() throws IOException {
    byte[] content = "some content, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    for (int difference : new int[] {-1, 1}) {
      ZipForge forge = Bags.forge(Bags.good());
      ZipForge.Part part = forge.add(DATA + "odd", content, true);
      part.localSize = part.size = (long) content.length + difference;
      requireUnreadable(forge, difference < 0 ? "more than its" : "has 1400 bytes");
    }
    ZipForge spoilt = Bags.forge(Bags.good());
    ZipForge.Part part = spoilt.add(DATA + "odd", content, true);
    part.packed[3] ^= 0x55;
    requireUnreadable(spoilt, "");
    ZipForge longer = Bags.forge(Bags.good());
    ZipForge.Part padded = longer.add(DATA + "odd", content, true);
    padded.packed = java.util.Arrays.copyOf(padded.packed, padded.packed.length + 5);
    padded.packedSize += 5;
    requireUnreadable(longer, "behind its end");
    ZipForge shorter = Bags.forge(Bags.good());
    ZipForge.Part cut = shorter.add(DATA + "odd", content, true);
    cut.packed = java.util.Arrays.copyOf(cut.packed, cut.packed.length - 2);
    cut.packedSize -= 2;
    requireUnreadable(shorter, "");
  }

  @Test
  @DisplayName("a text of more than 1 GiB, before anything is unpacked")
  void hugeText() throws IOException {
    ZipForge forge = Bags.forge(Bags.good());
    ZipForge.Part part = forge.add(DATA + "ledger.jsonl", new byte[2_000_000], false);
    part.method = part.localMethod = 8;
    part.size = part.localSize = (1L << 30) + 1;
    refused(forge).contains("ledger.jsonl is a text of more than 1 GiB");
  }

  @Test
  @DisplayName("a folder with a link in it")
  void links() throws IOException {
    Path folder = Bags.folder(desk, Bags.good());
    Bag.open(folder).close();
    Path link = folder.resolve("data").resolve("link");
    for (Path target : new Path[] {Path.of("README.txt"), desk, Path.of("nowhere")}) {
      Files.createSymbolicLink(link, target);
      assertThatThrownBy(() -> Bag.open(folder)).hasMessageContaining("data/link is a link");
      Files.delete(link);
    }
  }

  @Test
  @DisplayName("what is no bag, or one of another version")
  void noBag() throws IOException {
    for (String missing :
        new String[] {"bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
      Map<String, String> files = Bags.good();
      files.remove(missing);
      refused(Bags.forge(files)).contains("it has no " + missing);
    }
    Map<String, String> files = Bags.good();
    files.put("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
    refused(Bags.forge(files)).contains("not a bag of BagIt 1.0");
    files.put("bagit.txt", "rubbish\n");
    refused(Bags.forge(files)).contains("Label: value");
    files.put("bagit.txt", "x: " + "y".repeat(1 << 20));
    refused(Bags.forge(files)).contains("too large");
    Path none = Files.writeString(desk.resolve("text.zip"), "PK, but no zip: much too short");
    assertThatThrownBy(() -> Bag.open(none)).hasMessageContaining("no zip file");
    assertThatThrownBy(() -> Bag.open(Files.createFile(desk.resolve("empty"))))
        .hasMessageContaining("no zip file");
    assertThatThrownBy(() -> Bag.open(desk.resolve("absent"))).isInstanceOf(BagException.class);
  }

  @Test
  @DisplayName("and none with a byte changed or cut off is ever read with other content in silence")
  void everyByte() throws IOException {
    Path zip = Bags.forge(Bags.around(Map.of("README.txt", "read me\n"))).write(desk.resolve("z"));
    byte[] good = Files.readAllBytes(zip);
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= 0x41;
      Files.write(zip, changed);
      if (readsClean(zip)) {
        // versions, attributes and the folder's name mean nothing to the content
        assertThat(differenceIsHarmless(good, i)).as("byte %d", i).isTrue();
      }
    }
    for (int length = 0; length < good.length; length++) {
      Files.write(zip, java.util.Arrays.copyOf(good, length));
      assertThat(readsClean(zip)).isFalse();
    }
  }

  /** Whether byte {@code at} is in a field of version or attributes. */
  private static boolean differenceIsHarmless(byte[] zip, int at) {
    for (int start = at; start >= 0 && start > at - 46; start--) {
      int signature = ZipForge.little(4).put(zip, start, Math.min(4, zip.length - start)).getInt(0);
      int place = at - start;
      if (signature == 0x04034b50) {
        return place == 4 || place == 5;
      }
      if (signature == 0x02014b50) {
        return (place >= 4 && place < 8) || (place >= 36 && place < 42);
      }
    }
    return false;
  }

  private static boolean readsClean(Path zip) {
    try (Bag bag = Bag.open(zip)) {
      return bag.check().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private void requireUnreadable(ZipForge forge, String words) throws IOException {
    try (Bag bag = Bag.open(forge.write(desk.resolve("odd.zip")))) {
      assertThatThrownBy(
              () -> {
                try (InputStream in = bag.open("odd")) {
                  in.readAllBytes();
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining(words);
      assertThatThrownBy(() -> bag.extract(desk.resolve("out" + System.nanoTime())))
          .isInstanceOf(BagException.class);
    }
  }

  private org.assertj.core.api.AbstractStringAssert<?> refused(ZipForge forge) throws IOException {
    Path zip = forge.write(desk.resolve("hostile.zip"));
    Throwable refusal = org.assertj.core.api.Assertions.catchThrowable(() -> Bag.open(zip).close());
    assertThat(refusal).isInstanceOf(BagException.class);
    assertThat(refusal.getMessage().lines()).hasSize(1);
    assertThat(refusal.getMessage()).contains("hostile.zip cannot be opened as a bag");
    return assertThat(refusal.getMessage());
  }

  private static Named<Consumer<ZipForge.Part>> lie(String words, Consumer<ZipForge.Part> lie) {
    return Named.of(words, lie);
  }

  private static Named<Consumer<ZipForge>> frame(String words, Consumer<ZipForge> lie) {
    return Named.of(words, lie);
  }

  private static void both(ZipForge.Part part, int flag) {
    part.flags |= flag;
    part.localFlags |= flag;
  }

  private static byte[] zip64(int size) {
    return ZipForge.little(4 + size).putShort((short) 1).putShort((short) size).array();
  }

  private static void negative(ZipForge.Part part) {
    part.size = part.localSize = 0xffffffffL;
    byte[] extra = ZipForge.little(12).putShort((short) 1).putShort((short) 8).putLong(-5).array();
    part.extra = part.localExtra = extra;
  }

  private static void wrongDescriptor(ZipForge.Part part) {
    ZipForge.describe(part, true, false);
    part.descriptor[4]++;
  }
}
