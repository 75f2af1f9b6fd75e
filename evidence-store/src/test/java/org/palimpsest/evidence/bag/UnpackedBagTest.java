package org.palimpsest.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an unpacked bag")
final class UnpackedBagTest {
  private static final String WORDS = "data/blobs/9f/86";

  @TempDir Path desk;
  private Path folder;

  @BeforeEach
  void unpack() throws IOException {
    folder = Bags.folder(desk, Bags.good());
  }

  @Test
  @DisplayName("tells of a file that was changed, also where its length is the same")
  void changed() throws IOException {
    Files.writeString(folder.resolve(WORDS), "tost");
    try (Bag bag = Bag.open(folder)) {
      assertThat(bag.problems()).isEmpty();
      assertThat(bag.check())
          .containsExactly(WORDS + " has another SHA-256 than its manifest says");
    }
  }

  @Test
  @DisplayName("tells of a file that is missing or was added, without reading any")
  void missingAndExtra() throws IOException {
    Files.delete(folder.resolve("data").resolve("README.txt"));
    Files.writeString(folder.resolve("data").resolve(".hidden"), "four567");
    Files.writeString(folder.resolve("Thumbs.db"), "");
    try (Bag bag = Bag.open(folder)) {
      assertThat(bag.problems())
          .containsExactlyInAnyOrder(
              "Thumbs.db does not belong into the bag",
              "data/README.txt is named in manifest-sha256.txt and is missing",
              "data/.hidden is not named in manifest-sha256.txt",
              "bag-info.txt states another number of bytes or files: Payload-Oxum");
      assertThat(bag.names()).contains(".hidden").doesNotContain("README.txt");
    }
  }

  @Test
  @DisplayName("tells of a file that grows, shrinks, goes or becomes a link after it was opened")
  void afterwards() throws IOException {
    Path blob = folder.resolve(WORDS);
    try (Bag bag = Bag.open(folder)) {
      Files.writeString(blob, "testament");
      assertThatThrownBy(() -> drain(bag, "blobs/9f/86"))
          .hasMessageContaining("unpacks to more than its 4 bytes");
      Files.writeString(blob, "te");
      assertThatThrownBy(() -> drain(bag, "blobs/9f/86")).hasMessageContaining("2 bytes, not 4");
      Files.delete(blob);
      assertThatThrownBy(() -> drain(bag, "blobs/9f/86")).isInstanceOf(IOException.class);
      Path elsewhere = Files.writeString(desk.resolve("elsewhere"), "test");
      Files.createSymbolicLink(blob, elsewhere);
      assertThatThrownBy(() -> drain(bag, "blobs/9f/86")).isInstanceOf(IOException.class);
      assertThat(bag.check()).anyMatch(line -> line.startsWith(WORDS + " cannot be read"));
    }
  }

  @Test
  @DisplayName("with a link in it is refused, wherever the link leads: in, out, up or nowhere")
  void links() throws IOException {
    Path link = folder.resolve("data").resolve("link");
    for (String target : new String[] {"README.txt", "/etc/hostname", "..", "nowhere"}) {
      Files.createSymbolicLink(link, Path.of(target));
      assertThatThrownBy(() -> Bag.open(folder))
          .isInstanceOf(BagException.class)
          .hasMessageContaining("data/link is a link or a special file");
      Files.delete(link);
    }
    Files.move(folder.resolve("data").resolve("blobs"), desk.resolve("blobs"));
    Files.createSymbolicLink(folder.resolve("data").resolve("blobs"), desk.resolve("blobs"));
    assertThatThrownBy(() -> Bag.open(folder)).hasMessageContaining("data/blobs is a link");
  }

  @Test
  @DisplayName("with a name that another system reads otherwise is refused")
  void names() throws IOException {
    for (String name : new String[] {"a\\b", "a:b", "aux.txt", "end.", "two\nlines", "\u202egpj"}) {
      Path file = Files.writeString(folder.resolve("data").resolve(name), "");
      assertThatThrownBy(() -> Bag.open(folder))
          .isInstanceOf(BagException.class)
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
      Files.delete(file);
    }
    Files.writeString(folder.resolve("data").resolve("readme.TXT"), "");
    assertThatThrownBy(() -> Bag.open(folder)).hasMessageContaining("is there twice");
  }

  @Test
  @DisplayName("may hold empty folders and an empty file, and no payload at all")
  void empty() throws IOException {
    Files.createDirectories(folder.resolve("data").resolve("empty").resolve("deeper"));
    try (Bag bag = Bag.open(folder)) {
      assertThat(bag.check()).isEmpty();
    }
    Path other = Files.createDirectory(desk.resolve("other"));
    for (Map<String, String> payload :
        java.util.List.of(Map.<String, String>of(), Map.of("e", ""))) {
      Path bare = Bags.folder(other, Bags.around(payload));
      try (Bag bag = Bag.open(bare)) {
        assertThat(bag.check()).isEmpty();
        assertThat(bag.names()).containsExactlyElementsOf(payload.keySet());
      }
    }
  }

  @Test
  @DisplayName("goes nowhere that has no room for it, or that its names would leave")
  void extraction() {
    Path out = desk.resolve("out");
    Extraction extraction = new Extraction(out);
    assertThatThrownBy(() -> extraction.write(Map.of("a", Long.MAX_VALUE), n -> nothing()))
        .isInstanceOf(BagException.class)
        .hasMessageContaining("it needs " + Long.MAX_VALUE + " bytes, and the disk has ");
    assertThatThrownBy(() -> extraction.write(Map.of("../evil", 0L), name -> nothing()))
        .hasMessageContaining("../evil would leave the folder");
    assertThat(out).isEmptyDirectory();
    assertThat(desk.resolve("evil")).doesNotExist();
  }

  private static InputStream nothing() {
    return InputStream.nullInputStream();
  }

  private static long drain(Bag bag, String name) throws IOException {
    try (InputStream in = bag.open(name)) {
      return in.readAllBytes().length;
    }
  }
}
