package org.palimpsest.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the report's text")
final class PdfTextTest {
  private final PDDocument document = new PDDocument();
  private PdfText text;

  @BeforeEach
  void load() throws IOException {
    text = new PdfText(document);
  }

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  @Test
  @DisplayName("keeps what the typeface has, in any script")
  void keeps() {
    String some = "naïve Ω ж – −1 ≤ 2 “q” × 3";
    assertThat(text.clean(some)).isEqualTo(some);
  }

  @Test
  @DisplayName("has a space for each control character")
  void controls() {
    assertThat(text.clean("a\nb\tc\u0000d\u0085e\u007ff\r\n")).isEqualTo("a b c d e f  ");
  }

  @Test
  @DisplayName("writes a character that the typeface lacks as its code point, a pair as one")
  void unknown() {
    assertThat(text.clean("a律b\uD83D\uDE00c")).isEqualTo("a[U+5F8B]b[U+1F600]c");
    assertThat(text.clean("律律")).isEqualTo("[U+5F8B][U+5F8B]");
    assertThat(text.clean("x\uD83D")).isEqualTo("x[U+D83D]");
  }

  @Test
  @DisplayName("once clean is no longer changed, and can be measured")
  void cleanTwice() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.appendCodePoint(c);
    }
    String clean = text.clean(all.toString());
    assertThat(text.clean(clean)).isEqualTo(clean);
    assertThat(text.width(clean, 1)).isPositive();
  }

  @Test
  @DisplayName("is twice as wide in twice the size")
  void scales() throws IOException {
    assertThat(text.width("Wide", 18)).isEqualTo(2 * text.width("Wide", 9)).isPositive();
    assertThat(text.width("WW", 9)).isEqualTo(2 * text.width("W", 9));
  }

  @Test
  @DisplayName("that is empty is one empty line")
  void empty() throws IOException {
    assertThat(text.lines("", 9, 100)).containsExactly("");
  }

  @Test
  @DisplayName("breaks at spaces, where the next word would not fit")
  void breaksAtSpaces() throws IOException {
    double width = text.width("one two", 9);
    assertThat(text.lines("one two three", 9, width)).containsExactly("one two", "three");
    assertThat(text.lines("one two three", 9, width - 0.1)).containsExactly("one", "two", "three");
  }

  @Test
  @DisplayName("cuts a word only when it is wider than a line, and then fills the line")
  void cuts() throws IOException {
    double width = text.width("xxxxx", 9) + 0.1;
    assertThat(text.lines("a xxxxxxxxxxxx b", 9, width))
        .containsExactly("a", "xxxxx", "xxxxx", "xx b");
    assertThat(text.lines("a xxxxx b", 9, width)).containsExactly("a", "xxxxx", "b");
  }

  @Test
  @DisplayName("may be one word of a million letters")
  void longWord() throws IOException {
    String word = "x".repeat(1_000_000);
    List<String> lines = text.lines(word, 10, 495);
    assertThat(String.join("", lines)).isEqualTo(word);
    assertThat(lines.subList(0, lines.size() - 1)).extracting(String::length).containsOnly(99);
  }

  @ParameterizedTest(name = "{0} points")
  @ValueSource(ints = {15, 40, 106, 495})
  @DisplayName("is never wider than asked, and loses no character but spaces")
  void neverWider(int width) throws IOException {
    Random random = new Random(width);
    List<String> pieces = List.of("a", "WWW", " ", "律", "\uD83D\uDE00", "é", "0123456789abcdef");
    for (int round = 0; round < 60; round++) {
      StringBuilder some = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        some.append(pieces.get(random.nextInt(pieces.size())));
      }
      List<String> lines = text.lines(some.toString(), 9, width);
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo(text.clean(some.toString()).replace(" ", ""));
      for (String line : lines) {
        assertThat(text.width(line, 9)).isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  @DisplayName("goes on by one character where not even one fits")
  void noRoom() throws IOException {
    assertThat(text.lines("WW", 9, 1)).startsWith("W", "W");
  }
}
