package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a checkpoint typed off a page without its signature")
final class TypedCheckpointTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Checkpoint newest;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(3);
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      newest = open.latestCheckpoint();
    }
  }

  @Test
  @DisplayName("is compared by size and root, with the remark that nobody signed it")
  void fits() throws Exception {
    for (String text :
        new String[] {
          newest.origin() + "\n4\n" + base64(newest.root()) + "\n",
          "4\n" + base64(newest.root()),
          "Size: 4\nRoot: " + base64(newest.root()),
          "size 4\r\n\r\n  root " + newest.root().hex().toUpperCase(java.util.Locale.ROOT) + " ",
          "of page 8\n" + newest.root() + "\n4\n",
          "4\n"
              + base64(newest.root()).substring(0, 20)
              + " "
              + base64(newest.root()).substring(20),
        }) {
      VerificationReport report = verify(text);
      assertThat(report.findings()).as(text).isEmpty();
      assertThat(report.anchored()).isTrue();
      assertThat(report.flags())
          .singleElement()
          .matches(flag -> flag.cause() == FlagCause.NO_SIGNATURE)
          .matches(flag -> flag.words().endsWith("the root fits; the typed text has no signature"));
    }
  }

  @Test
  @DisplayName("also where what is left of its signature cannot be used")
  void brokenSignature() throws Exception {
    String cut = newest.note().substring(0, newest.note().length() - 30);
    assertThat(verify(cut).findings()).isEmpty();
    assertThat(verify(cut).flags()).extracting(Flag::cause).contains(FlagCause.NO_SIGNATURE);
  }

  @Test
  @DisplayName("is found not to fit: another root, a larger size, another case")
  void doesNotFit() throws Exception {
    assertThat(causes("4\n" + "0".repeat(64))).isEqualTo(Cause.REWRITTEN);
    assertThat(causes("3\n" + newest.root())).isEqualTo(Cause.REWRITTEN);
    assertThat(causes("5\n" + newest.root())).isEqualTo(Cause.OLD_COPY);
    String origin = "palimpsest/case/00000000-0000-0000-0000-000000000000\n";
    assertThat(causes(origin + "4\n" + newest.root())).isEqualTo(Cause.OTHER_CASE);
    assertThat(verify("4\n" + "0".repeat(64)).findings().get(0).words())
        .contains("the typed text has no signature", "not contained in the case");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "4\nAAAA=", "0\nH", "04\nH", "4 entries\nH", "four\nH", "4\nH0", "H"})
  @DisplayName("is nothing where size or root is missing")
  void nothing(String text) throws Exception {
    String typed = text.replace("H", newest.root().hex());
    assertThat(TypedCheckpoint.find(typed.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(CopiedNote.holdsCheckpoint(typed.getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(causes(typed)).isEqualTo(Cause.CHECKPOINT_UNUSABLE);
  }

  @Test
  @DisplayName("is held by a text as well as a whole note is")
  void holds() {
    byte[] typed = ("4\n" + newest.root()).getBytes(StandardCharsets.UTF_8);
    assertThat(CopiedNote.holdsCheckpoint(typed)).isTrue();
    assertThat(CopiedNote.holdsCheckpoint(newest.note().getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(TypedCheckpoint.find(typed))
        .contains(new TypedCheckpoint(Optional.empty(), 4, newest.root()));
  }

  private Cause causes(String text) throws Exception {
    VerificationReport report = verify(text);
    assertThat(report.findings()).hasSize(1);
    assertThat(report.flags()).extracting(Flag::cause).doesNotContain(FlagCause.NO_SIGNATURE);
    return report.findings().get(0).cause();
  }

  private VerificationReport verify(String text) throws Exception {
    Path file = Files.writeString(desk.resolve("typed.txt"), text);
    return new CaseVerifier().verify(lab.folder(), AnchorSource.none(), Optional.of(file));
  }

  private static String base64(Sha256 root) {
    return Base64.getEncoder().encodeToString(root.raw());
  }
}
