package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.JsonNull;
import org.palimpsest.evidence.ledger.MerkleFrontier;

/** The case under resources/golden was written once, in 2026, and is never written again. */
@DisplayName("a case that was written by the first version of format 1")
final class GoldenCaseTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @TempDir Path desk;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = desk.resolve("case-1");
    Path original = GOLDEN.resolve("case-1");
    try (var files = Files.walk(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(original.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  @DisplayName("verifies for good, against both checkpoints that were kept of it")
  void verifies() {
    for (String name : List.of("checkpoint-3.txt", "checkpoint-4.txt")) {
      VerificationReport report =
          new CaseVerifier().verify(folder, AnchorSource.none(), Optional.of(GOLDEN.resolve(name)));
      assertThat(report.findings()).isEmpty();
      assertThat(report.remarks()).isEmpty();
      assertThat(report.entries()).isEqualTo(4);
      assertThat(report.blobs()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("still says what it said")
  void says() throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(folder)) {
      assertThat(open.description().title()).isEqualTo("Golden case");
      assertThat(open.description().examiner()).isEqualTo("Émile Xaminer");
      assertThat(open.entries())
          .extracting(LedgerEntry::kind)
          .containsExactly("case-created", "recording-imported", "restoration", "comparison");
      assertThat(open.entries()).allMatch(e -> e.time().equals(Laboratory.NOON));
      assertThat(open.entry(1).body().string("label"))
          .isEqualTo("café \"line 1\"\n\u0001 \uD83D\uDE00");
      Step restoration = open.entry(2).step().orElseThrow();
      assertThat(restoration.outcome()).isEqualTo(StepOutcome.COMPLETED);
      assertThat(restoration.plan().object("parameters").integer("iterations")).isEqualTo(40);
      assertThat(restoration.results().string("snrDb")).isEqualTo("31.25");
      assertThat(restoration.models().get(0).id()).isEqualTo("example");
      assertThat(open.entry(2).blobs()).hasSize(3);
      Step comparison = open.entry(3).step().orElseThrow();
      assertThat(open.entry(3).is(EntryKind.COMPARISON)).isTrue();
      assertThat(comparison.outcome()).isEqualTo(StepOutcome.FAILED);
      assertThat(comparison.results().find("seconds")).contains(new JsonNull());
      open.blobs().check(restoration.outputs().get(0).sha256());
    }
  }

  @Test
  @DisplayName("would get the same hashes from today's writer")
  void sameHashes() throws Exception {
    MerkleFrontier tree = MerkleFrontier.empty();
    try (CaseFile open = CaseFile.openReadOnly(folder)) {
      for (LedgerEntry entry : open.entries()) {
        byte[] body = CanonicalJson.bytes(entry.body());
        assertThat(MerkleFrontier.leafHash(body)).isEqualTo(entry.leafHash());
        tree = tree.with(entry.leafHash());
      }
      assertThat(tree.root()).isEqualTo(open.latestCheckpoint().root());
      assertThat(open.latestCheckpoint().isSignedBy(open.people().list().get(0).key())).isTrue();
      String kept = Files.readString(GOLDEN.resolve("checkpoint-4.txt"));
      assertThat(open.latestCheckpoint().note()).isEqualTo(kept);
    }
  }

  @Test
  @DisplayName("is not touched by being looked at")
  void untouched() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("case.db"));
    verifies();
    says();
    assertThat(Files.readAllBytes(folder.resolve("case.db"))).isEqualTo(before);
    try (var inside = Files.list(folder)) {
      assertThat(inside.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("case.db", "blobs");
    }
  }
}
