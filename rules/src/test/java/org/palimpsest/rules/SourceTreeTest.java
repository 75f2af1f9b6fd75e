package org.palimpsest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the source tree")
final class SourceTreeTest {
  private static final List<String> MODULES =
      List.of(
          "rules", "analysis", "evidence-store", "models", "models/trainer", "app", "installer");
  private static final int LONGEST_FILE = 400;
  private static final int LARGEST_MEDIAN = 80;

  @Test
  @DisplayName("has no Java file over 400 lines and a median of at most 80")
  void filesAreShort() throws IOException {
    List<Integer> lengths =
        javaFiles("src/main/java").stream().map(SourceTreeTest::lines).sorted().toList();
    assertThat(lengths).isNotEmpty();
    assertThat(lengths.get(lengths.size() - 1)).isLessThanOrEqualTo(LONGEST_FILE);
    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(LARGEST_MEDIAN);
  }

  @Test
  @DisplayName("has no unfinished work and no disabled test")
  void nothingIsLeftUnfinished() throws IOException {
    List<String> words = List.of("TO" + "DO", "FIX" + "ME", "@Dis" + "abled");
    for (String folder : List.of("src/main/java", "src/test/java")) {
      for (Path file : javaFiles(folder)) {
        assertThat(read(file)).as(file.toString()).doesNotContain(words);
      }
    }
  }

  private static List<Path> javaFiles(String folder) throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Stream<Path> all = Stream.empty();
    for (String module : MODULES) {
      Path sources = root.resolve(module).resolve(folder);
      if (Files.isDirectory(sources)) {
        try (Stream<Path> walk = Files.walk(sources)) {
          List<Path> found = walk.filter(p -> p.toString().endsWith(".java")).toList();
          all = Stream.concat(all, found.stream());
        }
      }
    }
    return all.toList();
  }

  private static int lines(Path file) {
    return (int) read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
