package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.bundle.SealedCase;

@DisplayName("of a ledger that cannot be read, the verifier says")
final class UnreadableLedgerTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(3);
  }

  @Test
  @DisplayName("that, and nothing of content that it cannot know to be unused")
  void nothingElse() throws Exception {
    Path database = lab.folder().resolve("case.db");
    Files.write(database, "GIF89a".repeat(1000).getBytes(StandardCharsets.UTF_8));
    onlyUnreadable(Verdict.alone(lab));
    onlyUnreadable(Verdict.anchored(lab));
    Files.delete(database);
    onlyUnreadable(Verdict.anchored(lab));
    assertThat(Verdict.anchored(lab).lines().get(0))
        .isEqualTo("NOT VERIFIED: no entry could be read");
  }

  @Test
  @DisplayName("nothing of entries that lie beyond the place where it broke off")
  void brokenOff() throws Exception {
    SealedCase sealed =
        new SealedCase(new Laboratory(Files.createDirectory(desk.resolve("b")))).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    OpenedBundle opened =
        OpenedBundle.unpack(sealed.file("whole.zip"), sealed.lab().desk().resolve("whole"));
    Path kept = Files.writeString(desk.resolve("kept.txt"), opened.read("checkpoint.txt"));
    List<String> lines = opened.read("ledger.jsonl").lines().toList();
    opened.write("ledger.jsonl", lines.get(0) + "\n" + lines.get(1) + "\nrubbish\n").refit();
    VerificationReport report =
        new CaseVerifier().verify(opened.folder(), AnchorSource.none(), Optional.of(kept));
    onlyUnreadable(report);
    assertThat(report.entries()).isEqualTo(2);
    assertThat(report.findings().get(0).words()).contains("ledger.jsonl, line 3");
  }

  @Test
  @DisplayName("what it finds wrong with the content of the entries that it did read")
  void contentOfTheRest() throws Exception {
    SealedCase sealed =
        new SealedCase(new Laboratory(Files.createDirectory(desk.resolve("b")))).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    OpenedBundle opened =
        OpenedBundle.unpack(sealed.file("whole.zip"), sealed.lab().desk().resolve("whole"));
    String blob = opened.read("contents.tsv").lines().toList().get(1).substring(0, 64);
    List<String> lines = opened.read("ledger.jsonl").lines().toList();
    opened
        .write("ledger.jsonl", lines.get(0) + "\n" + lines.get(1) + "\nrubbish\n")
        .delete("blobs/" + blob.substring(0, 2) + "/" + blob.substring(2))
        .refit();
    VerificationReport report =
        new CaseVerifier().verify(opened.folder(), AnchorSource.none(), Optional.empty());
    assertThat(report.findings())
        .extracting(Finding::cause)
        .containsExactly(Cause.UNREADABLE, Cause.BLOB_MISSING);
    assertThat(report.flags()).isEmpty();
  }

  @Test
  @DisplayName("of a newer format, which it is and what to do, with the answer 2")
  void newer() throws Exception {
    SealedCase sealed =
        new SealedCase(new Laboratory(Files.createDirectory(desk.resolve("b")))).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    OpenedBundle opened =
        OpenedBundle.unpack(sealed.file("whole.zip"), sealed.lab().desk().resolve("whole"));
    Path info = opened.folder().resolve("bag-info.txt");
    Files.writeString(info, Files.readString(info).replace("Bundle: 1", "Bundle: 12"));
    assertThat(run(opened.folder()))
        .isEqualTo(
            opened.folder()
                + ": it cannot be read: it has bundle format 12, this program reads format 1;"
                + " use a newer program.\n");
    lab.tamper("PRAGMA user_version = 2");
    assertThat(run(lab.folder()))
        .isEqualTo(
            lab.folder()
                + ": case.db cannot be read: it has case format 2, this program reads format 1;"
                + " use a newer program.\n");
    VerificationReport report = Verdict.anchored(lab);
    assertThat(report.verified()).isFalse();
    assertThat(report.findings()).extracting(Finding::cause).containsExactly(Cause.NEWER_FORMAT);
    assertThat(report.flags()).isEmpty();
  }

  private String run(Path place) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    Main main =
        new Main(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8),
            desk.resolve("anchors"));
    assertThat(main.run(List.of(place.toString()))).isEqualTo(2);
    assertThat(printed.size()).isZero();
    return complained.toString(StandardCharsets.UTF_8);
  }

  private static void onlyUnreadable(VerificationReport report) {
    assertThat(report.findings()).extracting(Finding::cause).containsExactly(Cause.UNREADABLE);
    assertThat(report.flags()).isEmpty();
  }
}
