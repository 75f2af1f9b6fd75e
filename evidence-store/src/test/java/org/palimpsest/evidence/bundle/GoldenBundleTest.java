package org.palimpsest.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.Role;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.VerifyingKey;
import org.palimpsest.evidence.proof.InclusionProof;

/** The bundle under resources/golden was written once, in 2026, and is never written again. */
@DisplayName("a bundle that was written by the first version of format 1")
final class GoldenBundleTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "bundle-1.zip");
  private static final Sha256 HASH =
      new Sha256("d17057eaae5f305b9c057d262a6c1ace411db3502c7eeb2278c2b3fb39ebdaa5");

  @TempDir Path desk;

  @Test
  @DisplayName("is the file that was written then")
  void same() throws Exception {
    assertThat(Sha256.hash(Files.readAllBytes(GOLDEN))).isEqualTo(HASH);
  }

  @Test
  @DisplayName("is a bag without problems for good")
  void isABag() throws Exception {
    try (Bag bag = Bag.open(GOLDEN)) {
      assertThat(bag.check()).isEmpty();
      assertThat(bag.names()).hasSize(12);
      assertThat(bag.bagInfo()).containsEntry("Palimpsest-Bundle", "1");
    }
  }

  @Test
  @DisplayName("has audit paths that lead to its newest checkpoint, which the examiner signed")
  void proofs() throws Exception {
    try (Bag bag = Bag.open(GOLDEN);
        CaseFile open = CaseFile.openReadOnly(GOLDEN)) {
      Checkpoint newest = open.latestCheckpoint();
      VerifyingKey key = open.people().list().get(0).key();
      assertThat(newest.isSignedBy(key)).isTrue();
      assertThat(newest.size()).isEqualTo(5);
      List<String> lines = SealedCase.lines(bag, "ledger.jsonl");
      assertThat(lines).hasSize(5);
      for (String each : lines) {
        BundleLine line = BundleLine.parse(each);
        byte[] body = line.body().getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.hash(new byte[] {0}, body)).isEqualTo(line.leafHash());
        assertThat(
                new InclusionProof(line.seq(), 5, line.proof())
                    .holds(line.leafHash(), newest.root()))
            .isTrue();
      }
      for (String each : SealedCase.lines(bag, "checkpoints.jsonl")) {
        var line = (JsonObject) JsonParser.parse(each);
        assertThat(Checkpoint.parse(line.string("note")).isSignedBy(key)).isTrue();
      }
    }
  }

  @Test
  @DisplayName("still says what it said")
  void says() throws Exception {
    try (CaseFile open = CaseFile.openReadOnly(GOLDEN)) {
      assertThat(open.damage()).isEmpty();
      assertThat(open.description()).isEqualTo(Laboratory.DESCRIPTION);
      assertThat(open.entries())
          .extracting(LedgerEntry::kind)
          .containsExactly(
              "case-created",
              "recording-imported",
              "restoration",
              "report-issued",
              "person-admitted");
      assertThat(open.entries()).allMatch(e -> e.time().equals(Laboratory.NOON));
      assertThat(open.entry(1).body().string("label"))
          .isEqualTo("a call\twith \"marks\" caf\u00e9");
      Step step = open.entry(2).step().orElseThrow();
      assertThat(step.results().string("snrDb")).isEqualTo("31.25");
      assertThat(step.models().get(0).id()).isEqualTo("secret");
      for (LedgerEntry entry : open.entries()) {
        for (var use : entry.blobs()) {
          assertThat(open.blobs().contains(use.blob())).isTrue();
          open.blobs().check(use.blob().sha256());
        }
      }
      assertThat(open.people().list().get(1).role()).isEqualTo(Role.REVIEWER);
      assertThat(open.reportsFolder().resolve("report-001.pdf")).isRegularFile();
    }
  }
}
