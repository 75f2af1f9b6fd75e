package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.bundle.SealedCase;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("what stands in the place of a plain file is named for what it is")
final class OddFilesTest {
  @TempDir Path desk;
  private ReviewedCase reviewed;
  private Path report;
  private Path blob;

  @BeforeEach
  void makeCase() throws Exception {
    reviewed = new ReviewedCase(new Laboratory(desk)).write();
    Path folder = reviewed.lab().folder();
    report = folder.resolve("reports/report-001.pdf");
    String hex = Sha256.hash("recording 2".getBytes(StandardCharsets.UTF_8)).hex();
    blob = folder.resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  @Test
  @DisplayName("a link to a report's own bytes, one that leads nowhere, a folder, nothing")
  void report() throws Exception {
    Path moved = Files.move(report, desk.resolve("moved.pdf"));
    Files.createSymbolicLink(report, moved);
    assertThat(only()).isEqualTo(Cause.NOT_A_PLAIN_FILE);
    assertThat(words()).isEqualTo("reports/report-001.pdf is a link, not a plain file; " + STILL);
    Files.delete(moved);
    assertThat(words()).contains("is a link");
    Files.delete(report);
    assertThat(only()).isEqualTo(Cause.REPORT_CHANGED);
    assertThat(words()).isEqualTo("reports/report-001.pdf is missing; " + STILL);
    Files.createDirectory(report);
    assertThat(only()).isEqualTo(Cause.NOT_A_PLAIN_FILE);
    assertThat(words()).contains("is a folder, not a plain file");
  }

  @Test
  @DisplayName("a pipe, which is not waited for: in the place of a report, of content")
  void pipes() throws Exception {
    Files.delete(report);
    pipe(report);
    Files.delete(blob);
    pipe(blob);
    assertThat(Verdict.anchored(reviewed.lab()).findings())
        .hasSize(2)
        .allMatch(f -> f.cause() == Cause.NOT_A_PLAIN_FILE)
        .allMatch(f -> f.words().contains("is a special file (a pipe, a device)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case.db", "case.db-wal", "case.db-shm", "case.db-journal"})
  @DisplayName("a pipe, which is not waited for: in the place of")
  void ledgerPipes(String name) throws Exception {
    Path file = reviewed.lab().folder().resolve(name);
    Files.deleteIfExists(file);
    pipe(file);
    assertThat(Verdict.anchored(reviewed.lab()).findings())
        .extracting(Finding::words)
        .startsWith("case.db is not opened: " + name + SPECIAL)
        .hasSize(name.equals("case.db") ? 2 : 1); // what it is, of itself, and what follows
    assertThat(Verdict.anchored(reviewed.lab()).flags()).isEmpty();
  }

  @Test
  @DisplayName("a pipe, which is not waited for: in a bundle, for a case, for a checkpoint")
  void otherPipes() throws Exception {
    Path pipe = desk.resolve("pipe");
    pipe(pipe);
    assertThat(run(pipe.toString())).isEqualTo(2);
    String folder = reviewed.lab().folder().toString();
    assertThat(run("--checkpoint", pipe.toString(), folder)).isEqualTo(2);
    assertThat(run("--authority", pipe.toString(), folder)).isEqualTo(2);
    assertThat(run("--consistency", pipe.toString())).isEqualTo(2);
    SealedCase sealed =
        new SealedCase(new Laboratory(Files.createDirectory(desk.resolve("b")))).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    OpenedBundle opened =
        OpenedBundle.unpack(sealed.file("whole.zip"), sealed.lab().desk().resolve("whole"));
    opened.delete("README.txt");
    pipe(opened.folder().resolve("data/README.txt"));
    assertThat(
            new CaseVerifier()
                .verify(opened.folder(), AnchorSource.none(), Optional.empty())
                .findings())
        .singleElement()
        .matches(f -> f.words().contains("README.txt is a link or a special file"));
  }

  private static final String STILL = "the report itself is content of the case";
  private static final String SPECIAL = " is a special file (a pipe, a device), not a plain file";

  private Cause only() {
    List<Finding> findings = Verdict.anchored(reviewed.lab()).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).cause();
  }

  private String words() {
    return Verdict.anchored(reviewed.lab()).findings().get(0).words();
  }

  private int run(String... words) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Main(nowhere, nowhere, desk.resolve("anchors")).run(List.of(words));
  }

  private static void pipe(Path path) throws Exception {
    boolean made;
    try {
      made = new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      made = false;
    }
    assumeTrue(made, "this system makes no named pipes");
  }
}
