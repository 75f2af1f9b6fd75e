package org.palimpsest.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a text in a bag")
final class BagTextTest {
  @TempDir Path desk;

  @Test
  @DisplayName("is read line by line, counted from 1, whether its last line has an end or not")
  void lines() throws IOException {
    assertThat(read("", 9)).isEmpty();
    assertThat(read("\n", 9)).containsExactly("");
    assertThat(read("a\n\nb", 9)).containsExactly("a", "", "b");
    assertThat(read("a\r\nb\n", 9)).containsExactly("a\r", "b");
    TextLines lines = of("a\nb\n", 9);
    assertThat(lines.number()).isZero();
    lines.next();
    lines.next();
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEmpty();
    assertThat(lines.number()).isEqualTo(2);
  }

  @Test
  @DisplayName("has lines of as many bytes as allowed, and not one more")
  void longest() throws IOException {
    assertThat(read("12345\n12345", 5)).containsExactly("12345", "12345");
    assertThat(read("\u00e9\u00e9\n", 4)).containsExactly("\u00e9\u00e9");
    assertThatThrownBy(() -> read("1234\n123456", 5))
        .isInstanceOf(IOException.class)
        .hasMessage("line 2 is longer than 5 bytes");
    assertThatThrownBy(() -> read("\u00e9\u00e9\u00e9", 5)).hasMessageContaining("line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "c0af", "eda080", "f4908080", "61c328"})
  @DisplayName("is UTF-8 in the shortest form, without surrogates, or is refused with its line")
  void notUtf8(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex("610a" + hex);
    TextLines lines = new TextLines(new ByteArrayInputStream(bytes), 9);
    assertThatThrownBy(
            () -> {
              while (lines.next().isPresent()) {}
            })
        .isInstanceOf(IOException.class)
        .hasMessage("line 2 is not UTF-8");
  }

  @Test
  @DisplayName("is closed with its lines")
  void closes() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    new TextLines(in, 1).close();
    assertThat(closed).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'A: one\\nB: two', one, two",
    "'A: one\\nA: again\\nB: two', one, two",
    "'A: one\\nA: again\\n  and more\\nB: two', one, two",
    "'A: one\\n\\tand more\\nB:two\\n', one and more, two",
    "'A: one\\nB: two: three', one, two: three",
    "'A:\\n one\\nB : two   ', one, two",
    "'A: one\\n\\nB: two\\n', one, two",
  })
  @DisplayName("of labels gives the first value of each, with the lines that continue it")
  void labels(String text, String a, String b) throws IOException {
    Map<String, String> info = info(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(info.get("A").strip()).isEqualTo(a);
    assertThat(info).containsEntry("B", b).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {" A: begins with a space", "no colon", ": no label", "A: one\nno colon"})
  @DisplayName("of labels is refused where a line has none")
  void noLabel(String text) {
    assertThatThrownBy(() -> info(text))
        .isInstanceOf(BagException.class)
        .hasMessageContaining("bag-info.txt has a line that is not \"Label: value\"");
  }

  @Test
  @DisplayName("of labels has 1 MiB at most")
  void large() throws IOException {
    assertThat(info("A: " + "x".repeat((1 << 20) - 3))).hasSize(1);
    assertThatThrownBy(() -> info("A: " + "x".repeat((1 << 20) - 2)))
        .isInstanceOf(BagException.class)
        .hasMessageContaining("bag-info.txt is too large");
  }

  private Map<String, String> info(String text) throws IOException {
    Map<String, String> files = Bags.good();
    files.put("bag-info.txt", text);
    try (Bag bag = Bag.open(Bags.forge(files).write(desk.resolve("call.zip")))) {
      return bag.bagInfo();
    }
  }

  private static TextLines of(String text, int longest) {
    return new TextLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
  }

  private static List<String> read(String text, int longest) throws IOException {
    List<String> all = new ArrayList<>();
    try (TextLines lines = of(text, longest)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(line.get());
      }
    }
    return all;
  }
}
