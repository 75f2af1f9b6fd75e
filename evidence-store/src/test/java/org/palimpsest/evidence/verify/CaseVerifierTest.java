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
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;

@DisplayName("the verifier")
final class CaseVerifierTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void makeCase() throws CaseException {
    lab = new Laboratory(desk).withCase(3);
  }

  @Test
  @DisplayName("counts what it read and says what a reader must know")
  void counts() throws Exception {
    VerificationReport report = Verdict.anchored(lab);
    assertThat(report.verified()).isTrue();
    assertThat(report.entries()).isEqualTo(4);
    assertThat(report.checkpoints()).isEqualTo(4);
    assertThat(report.blobs()).isEqualTo(3);
    assertThat(report.anchored()).isTrue();
    assertThat(report.remarks()).isEmpty();
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(report.newestCheckpoint()).contains(open.latestCheckpoint().note());
      assertThat(report.caseId()).contains(open.caseId().toString());
    }
  }

  @Test
  @DisplayName("changes no byte and leaves nothing behind")
  void changesNothing() throws Exception {
    byte[] before = Files.readAllBytes(lab.folder().resolve("case.db"));
    Verdict.anchored(lab);
    assertThat(Files.readAllBytes(lab.folder().resolve("case.db"))).isEqualTo(before);
    try (var inside = Files.list(lab.folder())) {
      assertThat(inside).hasSize(3);
    }
  }

  @Test
  @DisplayName("works while the case is being written")
  void worksBesideAWriter() throws Exception {
    try (CaseFile open = lab.open()) {
      assertThat(Verdict.anchored(lab).findings()).isEmpty();
      Laboratory.importRecording(open, "four");
      VerificationReport report = Verdict.anchored(lab);
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isEqualTo(5);
      assertThat(Laboratory.importRecording(open, "five").seq()).isEqualTo(5);
    }
    assertThat(Verdict.anchored(lab).entries()).isEqualTo(6);
  }

  @Test
  @DisplayName("takes an anchor that is older than the case")
  void olderAnchor() throws Exception {
    Path kept = desk.resolve("kept.txt");
    try (CaseFile open = lab.open()) {
      Files.writeString(kept, "  " + open.latestCheckpoint().note().replace("\n", "\r\n"));
      Laboratory.importRecording(open, "four");
    }
    VerificationReport report =
        new CaseVerifier().verify(lab.folder(), AnchorSource.none(), Optional.of(kept));
    assertThat(report.findings()).isEmpty();
    assertThat(report.anchored()).isTrue();
  }

  @Test
  @DisplayName("refuses a checkpoint of another case, a damaged one and one that is not there")
  void oddCheckpoints() throws Exception {
    Laboratory other = new Laboratory(Files.createDirectory(desk.resolve("other"))).withCase(1);
    Path kept = desk.resolve("kept.txt");
    try (CaseFile open = CaseFile.openReadOnly(other.folder())) {
      Files.writeString(kept, open.latestCheckpoint().note());
    }
    assertThat(compare(kept)).anyMatch(f -> f.words().contains("it is of another case"));
    Files.writeString(kept, "rubbish");
    assertThat(compare(kept)).anyMatch(f -> f.words().contains("cannot be used"));
    Files.delete(kept);
    assertThat(compare(kept)).anyMatch(f -> f.words().contains("cannot be read"));
  }

  @Test
  @DisplayName("remarks on what a broken-off import left, and on a clock that was set back")
  void remarks() throws Exception {
    Files.writeString(lab.folder().resolve("blobs").resolve(".incoming-1"), "half a recor");
    try (CaseFile open =
        CaseFile.openForWriting(
            lab.folder(),
            lab.key(),
            lab.anchors(),
            java.time.Clock.offset(Laboratory.CLOCK, java.time.Duration.ofHours(-1)))) {
      Laboratory.importRecording(open, "four");
    }
    VerificationReport report = Verdict.anchored(lab);
    assertThat(report.findings()).isEmpty();
    assertThat(report.remarks())
        .containsExactly(
            "entry 4 is dated before an earlier one: the clock was set back",
            "1 file in blobs that an import left which broke off");
  }

  @Test
  @DisplayName("answers as a program with an exit status, in words and in JSON")
  void isAProgram() throws Exception {
    assertThat(run(lab.folder().toString())).isEqualTo(0);
    assertThat(out())
        .startsWith("verified: 4 entries, 4 checkpoints, 3 blobs\n")
        .contains("\nsignatures checked: 1 of 4 (newest, ", "\nnewest checkpoint:");
    assertThat(run("--json", lab.folder().toString())).isEqualTo(0);
    JsonObject json = JsonParser.parseObject(out().getBytes(StandardCharsets.UTF_8));
    assertThat(json.bool("verified")).isTrue();
    assertThat(json.integer("entries")).isEqualTo(4);
    assertThat(json.object("signatures").integer("checked")).isEqualTo(1);
    assertThat(run("--every-signature", lab.folder().toString())).isEqualTo(0);
    assertThat(out()).contains("\nsignatures checked: 4 of 4\n");
    lab.tamper("DELETE FROM ledger WHERE seq = 1");
    assertThat(run(lab.folder().toString())).isEqualTo(1);
    assertThat(out())
        .startsWith("NOT VERIFIED: 3 entries")
        .contains("ledger 1: entry 1 is missing");
    assertThat(run("--json", lab.folder().toString())).isEqualTo(1);
    assertThat(out()).contains("\"subject\":\"ledger\"");
  }

  @Test
  @DisplayName("tells bad usage from a bad case")
  void usage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--what", "x")).isEqualTo(2);
    assertThat(run("--checkpoint")).isEqualTo(2);
    assertThat(run(desk.resolve("nowhere").toString())).isEqualTo(2);
    String none = desk.resolve("none").toString();
    assertThat(run("--checkpoint", none, lab.folder().toString())).isEqualTo(2);
    assertThat(run("--authority", none, lab.folder().toString())).isEqualTo(2);
    assertThat(run("--consistency", none)).isEqualTo(2);
    assertThat(out()).isEmpty();
  }

  private ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(java.io.OutputStream.nullOutputStream());
    return new Main(out, err, desk.resolve("anchors")).run(List.of(args));
  }

  private String out() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private List<Finding> compare(Path checkpoint) {
    return new CaseVerifier()
        .verify(lab.folder(), AnchorSource.none(), Optional.of(checkpoint))
        .findings();
  }
}
