package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;

@DisplayName("a case folder that is not made of real folders and plain files")
final class FolderFormTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(1);
    Files.createDirectories(lab.folder().resolve("reports"));
    assertThat(Verdict.alone(lab).findings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"blobs", "reports", "case.db"})
  @DisplayName("is found by the name of what is a link, though all can be read through it:")
  void links(String name) throws Exception {
    moveAndLink(lab.folder().resolve(name));
    assertThat(Verdict.alone(lab).findings())
        .filteredOn(f -> f.cause() == Cause.NOT_A_PLAIN_FILE)
        .singleElement()
        .matches(f -> f.words().startsWith(name + " is a link"));
  }

  @Test
  @DisplayName("is found where one part of its content is a link")
  void part() throws Exception {
    Path part = parts().get(0);
    moveAndLink(part);
    assertThat(Verdict.alone(lab).findings())
        .singleElement()
        .matches(f -> f.cause() == Cause.NOT_A_PLAIN_FILE)
        .matches(f -> f.words().startsWith("blobs/" + part.getFileName() + " is a link"));
  }

  @Test
  @DisplayName("is found where a file stands for the reports, and where a link leads nowhere")
  void others() throws Exception {
    Path reports = lab.folder().resolve("reports");
    Files.delete(reports);
    Files.writeString(reports, "x");
    Files.createSymbolicLink(lab.folder().resolve("blobs/zz"), desk.resolve("nowhere"));
    Files.createSymbolicLink(unusedPart(), desk.resolve("nowhere"));
    assertThat(Verdict.alone(lab).findings())
        .extracting(Finding::words)
        .containsExactly(
            "reports is a link or a file, not a folder",
            "blobs/" + unusedPart().getFileName() + " is a link or a file, not a folder");
  }

  private Path unusedPart() throws IOException {
    Path first = lab.folder().resolve("blobs/00");
    boolean taken = parts().stream().anyMatch(p -> p.equals(first) && !Files.isSymbolicLink(p));
    return taken ? lab.folder().resolve("blobs/01") : first;
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> parts = Files.list(lab.folder().resolve("blobs"))) {
      return parts.sorted().toList();
    }
  }

  private void moveAndLink(Path path) throws IOException {
    Path moved = Files.move(path, desk.resolve("elsewhere"));
    Files.createSymbolicLink(path, moved);
  }
}
