package org.palimpsest.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.ui.session.CaseSession;

@DisplayName("what is dropped on the window")
final class DroppedFilesTest {
  @TempDir Path folder;

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  @Test
  @DisplayName("is taken as it is, and of folders the recordings, by name and at any depth")
  void folders() throws Exception {
    Path odd = file("odd.bin");
    Path b = file("calls/b.WAV");
    Path a = file("calls/a.wav");
    Path deep = file("calls/more/c.flac");
    file("calls/notes.txt");
    assertThat(DroppedFiles.recordings(List.of(odd, folder.resolve("calls"), a)))
        .containsExactly(odd, a, b, deep);
    assertThat(DroppedFiles.recordings(List.of(Files.createDirectory(folder.resolve("none")))))
        .isEmpty();
  }

  @Test
  @DisplayName("is a case where its ledger is, or a bundle")
  void cases() throws Exception {
    Bench bench = new Bench(folder);
    CaseSession session = bench.newCase();
    session.close();
    assertThat(DroppedFiles.isCase(bench.caseFolder())).isTrue();
    assertThat(DroppedFiles.isCase(folder.resolve("handed-over.zip"))).isTrue();
    assertThat(DroppedFiles.isCase(folder)).isFalse();
    assertThat(DroppedFiles.isCase(folder.resolve("call.wav"))).isFalse();
  }
}
