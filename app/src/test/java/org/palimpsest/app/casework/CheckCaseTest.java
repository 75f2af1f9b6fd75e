package org.palimpsest.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.testing.Bench;
import org.palimpsest.evidence.bundle.BundleWriter;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.verify.Subject;
import org.palimpsest.evidence.verify.VerificationReport;
import org.palimpsest.evidence.verify.VerifyOptions;

@DisplayName("a case that is checked")
final class CheckCaseTest {
  @TempDir private Path folder;
  private Bench bench;
  private CheckCase check;
  private Path dir;
  private Path blob;
  private String note;

  @BeforeEach
  void makeCase() throws Exception {
    bench = new Bench(folder);
    check = bench.workbench().checkCase();
    dir = bench.path("a");
    try (CaseFile file = bench.newCase("a")) {
      Exhibit exhibit = bench.take(file, bench.voice("v.wav", 120, 0.5), ExhibitRole.KNOWN);
      blob = file.blobs().path(exhibit.blob().sha256());
      note = file.latestCheckpoint().note();
    }
  }

  private VerificationReport verify() throws Exception {
    return check.verify(dir, Optional.empty());
  }

  private Path note(String name, String text) throws Exception {
    return Files.writeString(bench.path(name), text);
  }

  @Test
  @DisplayName("is verified against this user's anchor, and not changed by it")
  void verified() throws Exception {
    SortedMap<String, String> before = Bench.bytesOf(folder);
    VerificationReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.verified()).isTrue();
    assertThat(report.anchored()).isTrue();
    assertThat(report.entries()).isEqualTo(2);
    assertThat(report.blobs()).isEqualTo(1);
    assertThat(report.newestCheckpoint()).contains(note);
    assertThat(Bench.bytesOf(folder)).isEqualTo(before);
  }

  @Test
  @DisplayName("on another computer has no anchor unless a checkpoint is handed in")
  void elsewhere() throws Exception {
    CheckCase other =
        new Workbench(Bench.SHIPPED, bench.path("other"), "test", java.time.Clock.systemUTC())
            .checkCase();
    VerificationReport alone = other.verify(dir, Optional.empty());
    assertThat(alone.verified()).isTrue();
    assertThat(alone.anchored()).isFalse();
    VerificationReport held = other.verify(dir, Optional.of(note("note.txt", note)));
    assertThat(held.verified()).isTrue();
    assertThat(held.anchored()).isTrue();
    assertThat(bench.path("other")).doesNotExist();
  }

  @Test
  @DisplayName("as a bundle is held to an anchor that it may contain, and not to a newer one")
  void bundle() throws Exception {
    Path zip = bench.path("bundle.zip");
    new BundleWriter(dir, Omission.NONE, java.time.Clock.systemUTC(), "test").write(zip);
    VerificationReport fresh = check.verify(zip, Optional.empty());
    assertThat(fresh.findings()).isEmpty();
    assertThat(fresh.anchored()).isTrue();
    String newer;
    try (CaseFile file = bench.workbench().openCase().forWriting(dir, Passwords.NONE)) {
      bench.workbench().amendCase().run(file, "purpose", "to test more", "a wish");
      newer = file.latestCheckpoint().note();
    }
    VerificationReport older = check.verify(zip, Optional.empty());
    assertThat(older.verified()).isTrue();
    assertThat(older.anchored()).isFalse();
    VerificationReport named = check.verify(zip, Optional.of(note("newer.txt", newer)));
    assertThat(named.verified()).isFalse();
    assertThat(named.findings()).singleElement().matches(f -> f.subject() == Subject.ANCHOR);
    VerificationReport held = check.verify(zip, Optional.of(note("older.txt", note)));
    assertThat(held.verified()).isTrue();
    assertThat(held.anchored()).isTrue();
  }

  @Test
  @DisplayName("names the content of which one bit was changed")
  void changedBlob() throws Exception {
    byte[] bytes = Files.readAllBytes(blob);
    bytes[5_000] ^= 1;
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.write(blob, bytes);
    VerificationReport report = verify();
    assertThat(report.verified()).isFalse();
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).isEqualTo(Subject.BLOB);
              assertThat(finding.hash())
                  .contains(blob.getParent().getFileName().toString() + blob.getFileName());
            });
  }

  @Test
  @DisplayName("does not pass with content that is missing")
  void missingBlob() throws Exception {
    assertThat(blob.toFile().setWritable(true)).isTrue();
    Files.delete(blob);
    assertThat(verify().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.subject()).isEqualTo(Subject.BLOB));
  }

  @Test
  @DisplayName("is not taken for an older copy of itself")
  void rolledBack() throws Exception {
    Path old = bench.path("old");
    Bench.copyFolder(dir, old);
    String newer;
    try (CaseFile file = bench.workbench().openCase().forWriting(dir, Passwords.NONE)) {
      bench.take(file, bench.path("v.wav"), ExhibitRole.KNOWN);
      newer = file.latestCheckpoint().note();
    }
    assertThat(verify().verified()).isTrue();
    assertThat(check.verify(dir, Optional.of(note("old.txt", note))).verified()).isTrue();
    assertThat(check.verify(old, Optional.empty()).findings())
        .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo(Subject.ANCHOR));
    assertThat(check.verify(old, Optional.of(note("new.txt", newer))).findings())
        .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo(Subject.ANCHOR));
  }

  @Test
  @DisplayName("does not pass with the checkpoint of another case")
  void checkpointOfAnother() throws Exception {
    String other;
    try (CaseFile file = bench.newCase("b")) {
      other = file.latestCheckpoint().note();
    }
    assertThat(check.verify(dir, Optional.of(note("b.txt", other))).findings())
        .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo(Subject.ANCHOR));
  }

  @Test
  @DisplayName("is not checked against a file that holds no checkpoint")
  void noCheckpoint() throws Exception {
    Path prose = note("prose.txt", "palimpsest/case/ is mentioned here only");
    assertThatThrownBy(() -> check.verify(dir, Optional.of(prose)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("holds no checkpoint");
    assertThatThrownBy(() -> check.verify(dir, Optional.of(bench.path("absent.txt"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("absent.txt");
    assertThatThrownBy(() -> check.verify(dir, Optional.of(folder)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  @DisplayName("is not checked with a file for a certificate that is none")
  void noCertificate() throws Exception {
    Path prose = note("prose.pem", "no certificate");
    VerifyOptions plain = VerifyOptions.plain();
    VerifyOptions with = new VerifyOptions(false, Optional.empty(), List.of(prose), plain.now());
    assertThatThrownBy(() -> check.verify(dir, with))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("prose.pem holds no certificate: give that of the authority");
  }

  @Test
  @DisplayName("is not judged where its format came after this program")
  void newerFormat() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("case.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 2");
    }
    assertThatThrownBy(() -> check.verify(dir, Optional.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it has case format 2, this program reads format 1");
  }

  @Test
  @DisplayName("must be a folder, and one that holds a case")
  void noCase() throws Exception {
    assertThatThrownBy(() -> check.verify(bench.path("absent"), Optional.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not the folder of a case");
    assertThatThrownBy(() -> check.verify(bench.path("v.wav"), Optional.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not the folder of a case");
    Path empty = Files.createDirectory(bench.path("empty"));
    assertThat(check.verify(empty, Optional.empty()).verified()).isFalse();
    assertThat(empty).isEmptyDirectory();
  }
}
