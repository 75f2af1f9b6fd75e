package org.palimpsest.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.BundleLine;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.proof.InclusionProof;

@DisplayName("a bundle")
final class BundleWriterTest {
  @TempDir Path desk;
  private SealedCase sealed;

  @BeforeEach
  void setUp() throws Exception {
    sealed = new SealedCase(new Laboratory(desk)).withCase();
  }

  @Test
  @DisplayName("is a bag without problems, called like its file, with what its format lists")
  void isABag() throws Exception {
    Bundle bundle = sealed.seal("Threat call.zip", Omission.NONE);
    assertThat(bundle.content().sha256()).isEqualTo(Sha256.hash(Files.readAllBytes(bundle.file())));
    assertThat(bundle.file()).hasSize(bundle.content().size());
    assertThat(bundle.checkpointSize()).isEqualTo(5);
    assertThat(bundle.omitted()).isZero();
    try (Bag bag = Bag.open(bundle.file());
        CaseFile open = CaseFile.openReadOnly(sealed.lab().folder())) {
      assertThat(bag.check()).isEmpty();
      assertThat(bag.names().stream().filter(n -> !n.startsWith("blobs/")))
          .containsExactly(
              "README.txt",
              "checkpoint.txt",
              "checkpoints.jsonl",
              "contents.tsv",
              "keys.json",
              "ledger.jsonl",
              "reports/report-001.pdf");
      assertThat(bag.bagInfo())
          .containsEntry("Bagging-Date", "2026-03-01")
          .containsEntry("Bag-Software-Agent", "Palimpsest test")
          .containsEntry("External-Identifier", open.caseId().toString())
          .containsEntry("Palimpsest-Bundle", "1")
          .containsKey("Payload-Oxum");
      assertThat(SealedCase.text(bag, "README.txt")).contains(open.caseId().toString());
    }
    byte[] head = Files.readAllBytes(bundle.file());
    assertThat(new String(head, 30, 12, StandardCharsets.UTF_8)).isEqualTo("Threat call/");
  }

  @Test
  @DisplayName("holds every entry with a path that leads to the newest root, and every checkpoint")
  void entries() throws Exception {
    Bundle bundle = sealed.seal("b.zip", Omission.NONE);
    try (Bag bag = Bag.open(bundle.file());
        CaseFile open = CaseFile.openReadOnly(sealed.lab().folder())) {
      Checkpoint newest = Checkpoint.parse(SealedCase.text(bag, "checkpoint.txt"));
      assertThat(newest).isEqualTo(open.latestCheckpoint());
      List<String> lines = SealedCase.lines(bag, "ledger.jsonl");
      assertThat(lines).hasSize(5);
      for (LedgerEntry entry : open.entries()) {
        BundleLine line = BundleLine.parse(lines.get((int) entry.seq()));
        byte[] body = line.body().getBytes(StandardCharsets.UTF_8);
        assertThat(body).isEqualTo(CanonicalJson.bytes(entry.body()));
        assertThat(line.seq()).isEqualTo(entry.seq());
        assertThat(line.leafHash()).isEqualTo(Sha256.hash(new byte[] {0}, body));
        InclusionProof proof = new InclusionProof(line.seq(), newest.size(), line.proof());
        assertThat(proof.holds(line.leafHash(), newest.root())).isTrue();
      }
      List<String> checkpoints = SealedCase.lines(bag, "checkpoints.jsonl");
      assertThat(checkpoints).hasSize(5);
      for (int i = 0; i < 5; i++) {
        JsonObject line = (JsonObject) JsonParser.parse(checkpoints.get(i));
        assertThat(line.integer("size")).isEqualTo(i + 1);
        Checkpoint checkpoint = Checkpoint.parse(line.string("note"));
        assertThat(checkpoint.size()).isEqualTo(i + 1);
        assertThat(checkpoint.isSignedBy(sealed.lab().key().verifyingKey())).isTrue();
      }
    }
  }

  @Test
  @DisplayName("holds every blob once, says what each is, and whose keys there are")
  void contents() throws Exception {
    Bundle bundle = sealed.seal("b.zip", Omission.NONE);
    try (Bag bag = Bag.open(bundle.file());
        CaseFile open = CaseFile.openReadOnly(sealed.lab().folder())) {
      List<String> expected = new ArrayList<>();
      for (LedgerEntry entry : open.entries()) {
        entry.blobs().forEach(use -> expected.add(use.blob().sha256().hex()));
      }
      assertThat(bag.names().stream().filter(n -> n.startsWith("blobs/")))
          .containsExactlyElementsOf(
              expected.stream()
                  .distinct()
                  .sorted()
                  .map(hex -> "blobs/" + hex.substring(0, 2) + "/" + hex.substring(2))
                  .toList());
      assertThat(SealedCase.text(bag, "reports/report-001.pdf")).startsWith("%PDF");
      List<String> table = SealedCase.lines(bag, "contents.tsv");
      assertThat(table.get(0)).isEqualTo("sha256\tsize\trole\tseq\tid\tlabel");
      assertThat(table.get(1))
          .endsWith("\t25\trecording\t1\trec-1\ta call\\u0009with \"marks\" caf\u00e9");
      assertThat(table).hasSize(1 + expected.size());
      assertThat(table.get(6)).contains("\treport\t3\tP1\t");
      JsonObject keys = (JsonObject) JsonParser.parse(SealedCase.text(bag, "keys.json"));
      assertThat(keys.array("keys").objects())
          .extracting(k -> k.string("name") + ", " + k.string("role") + ", " + k.integer("seq"))
          .containsExactly("E. Xaminer, examiner, 0", "R. Viewer, reviewer, 4");
    }
  }

  @Test
  @DisplayName("leaves out what may not be passed on, and says so; never what is more than a model")
  void omits() throws Exception {
    Bundle bundle = sealed.seal("b.zip", SealedCase.RULE);
    assertThat(bundle.omitted()).isEqualTo(1);
    Sha256 weights = Sha256.hash(SealedCase.SECRET_WEIGHTS.getBytes(StandardCharsets.UTF_8));
    try (Bag bag = Bag.open(bundle.file())) {
      assertThat(bag.check()).isEmpty();
      assertThat(bag.names()).noneMatch(name -> name.endsWith(weights.hex().substring(2)));
      assertThat(SealedCase.lines(bag, "omitted.jsonl"))
          .containsExactly(
              "{\"reason\":\"the licence of secret 1.0.0 forbids it\",\"sha256\":\""
                  + weights
                  + "\",\"size\":33}");
    }
    try (CaseFile open = sealed.lab().open()) {
      Laboratory.importRecording(open, SealedCase.SECRET_WEIGHTS);
    }
    assertThat(sealed.seal("c.zip", (entry, use) -> Optional.of("all")).omitted()).isEqualTo(1);
    assertThat(sealed.seal("d.zip", SealedCase.RULE).omitted()).isZero();
  }

  @Test
  @DisplayName("has the same bytes for the same case, name and clock, also while the case is open")
  void deterministic() throws Exception {
    Path first = sealed.seal("b.zip", Omission.NONE).file();
    byte[] bytes = Files.readAllBytes(first);
    Files.delete(first);
    try (CaseFile open = sealed.lab().open()) {
      sealed.seal("b.zip", Omission.NONE);
      assertThat(first).hasBinaryContent(bytes);
      assertThat(open.size()).isEqualTo(5);
    }
    Files.delete(first);
    Clock later = Clock.offset(Laboratory.CLOCK, Duration.ofDays(1));
    new BundleWriter(sealed.lab().folder(), Omission.NONE, later, "Palimpsest test").write(first);
    assertThat(Files.readAllBytes(first)).isNotEqualTo(bytes);
  }

  @Test
  @DisplayName("leaves nothing beside itself and changes nothing in the case")
  void leavesNothing() throws Exception {
    List<String> before = listing();
    Bundle bundle = sealed.seal("b.zip", Omission.NONE);
    List<String> after = new ArrayList<>(listing());
    assertThat(after.remove(bundle.file().getFileName() + " " + bundle.content().size())).isTrue();
    assertThat(after).isEqualTo(before);
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(desk)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> desk.relativize(file) + " " + file.toFile().length())
          .sorted()
          .toList();
    }
  }
}
