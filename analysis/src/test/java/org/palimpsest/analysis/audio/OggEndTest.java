package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The end of an Ogg file")
final class OggEndTest {
  private static final int FIRST = 2;
  private static final int LAST = 4;

  @TempDir private Path folder;

  @Test
  @DisplayName("is where its last page says so")
  void isWhereItSays() throws Exception {
    assertThat(remark(WavBytes.join(page(FIRST, 100), page(LAST, 700)))).isEmpty();
    assertThat(remark(WavBytes.join(page(FIRST, 65_025), page(LAST, 0)))).isEmpty();
    assertThat(remark(WavBytes.join(page(FIRST, 9), page(LAST, 65_000)))).isEmpty();
  }

  @Test
  @DisplayName("is missed where a cut lies between two pages")
  void isMissed() throws Exception {
    assertThat(remark(WavBytes.join(page(FIRST, 100), page(0, 700))))
        .contains("the stream does not end in this file: a part behind may be missing");
  }

  @Test
  @DisplayName("is not within a page, wherever it is cut")
  void isNotWithinPage() throws Exception {
    byte[] whole = WavBytes.join(page(FIRST, 100), page(LAST, 700));
    int firstPage = page(FIRST, 100).length;
    for (int length = firstPage + 1; length < whole.length; length += 13) {
      assertThat(remark(Arrays.copyOf(whole, length)))
          .as("%d bytes", length)
          .contains("cut: the file ends within a page of Ogg");
    }
    assertThat(remark(new byte[0])).isPresent();
  }

  @Test
  @DisplayName("is found though a packet holds the sign of a page")
  void isNotMisled() throws Exception {
    byte[] last = page(LAST, 700);
    System.arraycopy(WavBytes.ascii("OggS"), 0, last, last.length - 20, 4);
    System.arraycopy(WavBytes.ascii("OggS"), 0, last, last.length - 90, 4);
    assertThat(remark(WavBytes.join(page(FIRST, 100), last))).isEmpty();
  }

  private Optional<String> remark(byte[] bytes) throws Exception {
    return OggEnd.remark(Files.write(folder.resolve("a.ogg"), bytes));
  }

  /** A page with one packet of {@code length} bytes; {@code flags} as in RFC 3533. */
  private static byte[] page(int flags, int length) {
    byte[] head = new byte[27];
    System.arraycopy(WavBytes.ascii("OggS"), 0, head, 0, 4);
    head[5] = (byte) flags;
    int segments = Math.min(255, length / 255 + 1);
    head[26] = (byte) segments;
    byte[] table = new byte[segments];
    for (int i = 0, left = length; i < segments; i++, left -= 255) {
      table[i] = (byte) Math.min(255, left);
    }
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) 7);
    return WavBytes.join(head, table, body);
  }
}
