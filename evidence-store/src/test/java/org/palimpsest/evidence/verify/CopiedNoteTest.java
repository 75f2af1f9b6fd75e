package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;

@DisplayName("a checkpoint that was copied out of a report")
final class CopiedNoteTest {
  @TempDir Path desk;
  private Laboratory lab;
  private String note;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(2);
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      note = open.latestCheckpoint().note();
    }
  }

  @Test
  @DisplayName("is the note again, whatever happened to its spaces, empty lines and line breaks")
  void isFoundAgain() {
    String key = note.substring(note.indexOf('—')).split(" ", 3)[1];
    assertThat(find(note)).contains(note);
    assertThat(find(note.replace("\n", "\r\n"))).contains(note);
    assertThat(find(note.replace("\n\n", "\n"))).contains(note);
    assertThat(find(note.replace(key + " ", key + "\n"))).contains(note);
    assertThat(find("Page 8\n\n   " + note.replace("\n", "  \n   ") + "\npage 8 of 8\n"))
        .contains(note);
    int middle = note.length() - 40;
    assertThat(find(note.substring(0, middle) + "\n" + note.substring(middle))).contains(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "palimpsest/case/x\n1\nAAAA\n— k AAAA", "palimpsest/case/x"})
  @DisplayName("is nothing where there is none")
  void isNothing(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  @DisplayName("serves the verifier, and a letter changed in it does not")
  void servesTheVerifier() throws Exception {
    Path copy = desk.resolve("copy.txt");
    Files.writeString(copy, note.replace("\n\n", "\n"));
    assertThat(verify(copy).verified()).isTrue();
    assertThat(verify(copy).anchored()).isTrue();
    String root = note.split("\n", -1)[2];
    Files.writeString(copy, note.replace(root, "AAAA" + root.substring(4)));
    assertThat(verify(copy).findings()).isNotEmpty().allMatch(f -> f.subject() == Subject.ANCHOR);
  }

  private VerificationReport verify(Path checkpoint) {
    return new CaseVerifier().verify(lab.folder(), AnchorSource.none(), Optional.of(checkpoint));
  }

  private static Optional<String> find(String text) {
    return CopiedNote.find(text.getBytes(StandardCharsets.UTF_8));
  }
}
