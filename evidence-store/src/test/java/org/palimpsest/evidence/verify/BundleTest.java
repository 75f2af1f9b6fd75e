package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a bundle is verified as its case is:")
final class BundleTest {
  @TempDir Path desk;
  private SealedCase sealed;
  private Path zip;
  private OpenedBundle opened;

  @BeforeEach
  void seal() throws Exception {
    sealed = new SealedCase(new Laboratory(desk)).withCase();
    sealed.seal("whole.zip", Omission.NONE);
    zip = sealed.file("whole.zip");
    opened = OpenedBundle.unpack(zip, desk.resolve("whole"));
  }

  @Test
  @DisplayName("as one file and unpacked, with the same counts and nothing to remark")
  void sound() throws Exception {
    VerificationReport ofCase = Verdict.anchored(sealed.lab());
    for (Path place : List.of(zip, opened.folder())) {
      VerificationReport report = verify(place);
      assertThat(report.findings()).isEmpty();
      assertThat(report.flags()).isEmpty();
      assertThat(report).isEqualTo(ofCase);
    }
    assertThat(verify(opened.refit().folder()).findings()).isEmpty();
  }

  @Test
  @DisplayName("a model that may not be passed on is a remark with its reason, and nothing else")
  void omitted() throws Exception {
    sealed.seal("open.zip", SealedCase.RULE);
    VerificationReport report = verify(sealed.file("open.zip"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.flags())
        .singleElement()
        .matches(flag -> flag.cause() == FlagCause.CONTENT_OMITTED)
        .matches(flag -> flag.words().contains("the licence of secret 1.0.0 forbids it"));
  }

  @Test
  @DisplayName("content that is no model may not be left out, whatever the bundle says")
  void omittedRecording() throws Exception {
    Sha256 recording = Sha256.hash("a call\twith \"marks\" café".getBytes(StandardCharsets.UTF_8));
    opened
        .delete("blobs/" + recording.hex().substring(0, 2) + "/" + recording.hex().substring(2))
        .write(
            "omitted.jsonl",
            "{\"reason\":\"secret\",\"sha256\":\"" + recording + "\",\"size\":25}\n");
    assertThat(causes()).containsExactly(Cause.OMISSION_NOT_ALLOWED);
  }

  @Test
  @DisplayName("what is said to have been left out was, and is what an entry uses, each once")
  void falseOmissions() throws Exception {
    String weights = omission(SealedCase.SECRET_WEIGHTS);
    opened.write("omitted.jsonl", weights);
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    assertThat(verify(opened.folder()).findings().get(0).words())
        .startsWith("omitted.jsonl says that ")
        .endsWith(" was left out, and it is there");
    opened.delete(nameOf(SealedCase.SECRET_WEIGHTS));
    assertThat(causes()).isEmpty();
    opened.write("omitted.jsonl", weights + omission("nobody's weights"));
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    assertThat(verify(opened.folder()).findings().get(0).words()).contains("which no entry uses");
    opened.write("omitted.jsonl", weights.replaceAll("\"size\":[0-9]+", "\"size\":7"));
    assertThat(causes()).containsExactlyInAnyOrder(Cause.BAG_CHANGED, Cause.MODEL_CHANGED);
    opened.write("omitted.jsonl", weights + weights);
    assertThat(causes()).containsExactly(Cause.UNREADABLE);
    assertThat(verify(opened.folder()).findings().get(0).words()).contains("omitted.jsonl, line 2");
    opened.write("omitted.jsonl", "{\"reason\":\"r\",\"sha256\":\"x\",\"size\":1}\n");
    assertThat(causes()).containsExactly(Cause.UNREADABLE);
    assertThat(verify(opened.folder()).findings().get(0).words()).contains("omitted.jsonl, line 1");
  }

  @Test
  @DisplayName("a list of nothing that was left out")
  void emptyOmissions() throws Exception {
    opened.write("omitted.jsonl", "");
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
  }

  @Test
  @DisplayName("nor is model.json, nor a file beside it where it is not the one that was kept")
  void omittedModels() throws Exception {
    String description = nameOf(SealedCase.MODEL_JSON);
    String weights = nameOf(SealedCase.SECRET_WEIGHTS);
    opened.delete(description).write("omitted.jsonl", omission(SealedCase.MODEL_JSON));
    assertThat(causes()).containsExactly(Cause.OMISSION_NOT_ALLOWED);
    opened
        .write(description, SealedCase.MODEL_JSON.replace("0.5", "0.6"))
        .delete(weights)
        .write("omitted.jsonl", omission(SealedCase.SECRET_WEIGHTS));
    assertThat(causes()).containsExactlyInAnyOrder(Cause.OMISSION_NOT_ALLOWED, Cause.MODEL_CHANGED);
    opened.write(description, SealedCase.MODEL_JSON);
    assertThat(causes()).isEmpty();
  }

  @Test
  @DisplayName("a file changed, added, renamed or removed without its manifest")
  void manifests() throws Exception {
    String readme = opened.read("README.txt");
    opened.write("README.txt", "trust me");
    assertThat(asIs()).contains(Cause.BAG_CHANGED).doesNotContain(Cause.ENTRY_EDITED);
    opened.write("README.txt", readme).refit();
    assertThat(asIs()).isEmpty();
    opened.write("stray.txt", "x");
    assertThat(asIs()).contains(Cause.BAG_CHANGED);
    assertThat(verify(opened.folder()).flags())
        .extracting(Flag::cause)
        .containsExactly(FlagCause.UNKNOWN_FILE);
    opened.delete("stray.txt").delete("contents.tsv");
    assertThat(asIs()).contains(Cause.BAG_CHANGED);
  }

  @Test
  @DisplayName("an entry edited, with its manifest made to fit")
  void editedEntry() throws Exception {
    opened.replace("ledger.jsonl", "31.25", "91.25");
    assertThat(causes()).contains(Cause.ENTRY_EDITED, Cause.PROOF_INVALID);
  }

  @Test
  @DisplayName("entries swapped, one removed")
  void movedEntries() throws Exception {
    List<String> lines = opened.read("ledger.jsonl").lines().toList();
    List<String> swapped = List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3));
    opened.write("ledger.jsonl", String.join("\n", swapped) + "\n");
    assertThat(causes()).contains(Cause.ENTRY_MISSING, Cause.TAIL_CUT);
  }

  @Test
  @DisplayName("an audit path that leads elsewhere")
  void proofs() throws Exception {
    String line = opened.read("ledger.jsonl").lines().findFirst().orElseThrow();
    String first = line.substring(line.indexOf("\"proof\":[\"") + 10).substring(0, 64);
    opened.replace("ledger.jsonl", "[\"" + first, "[\"" + "0".repeat(64));
    assertThat(causes()).contains(Cause.PROOF_INVALID).doesNotContain(Cause.ENTRY_EDITED);
  }

  @Test
  @DisplayName("a line that is not canonical, not an object or has no end")
  void oddLines() throws Exception {
    String text = opened.read("ledger.jsonl");
    for (String odd : List.of(text + " \n", text + "{}\n", text + "x", "\n" + text, text + "\n")) {
      opened.write("ledger.jsonl", odd);
      assertThat(causes()).contains(Cause.UNREADABLE);
    }
    opened.write("ledger.jsonl", text).write("checkpoints.jsonl", "{ }\n");
    assertThat(causes()).contains(Cause.UNREADABLE);
    opened.write("checkpoints.jsonl", "[]\n");
    assertThat(causes()).contains(Cause.UNREADABLE);
  }

  @Test
  @DisplayName("a checkpoint removed, and a newest one shown that is not")
  void checkpoints() throws Exception {
    List<String> lines = opened.read("checkpoints.jsonl").lines().toList();
    String without = String.join("\n", lines.subList(1, lines.size())) + "\n";
    opened.write("checkpoints.jsonl", without);
    assertThat(causes()).containsExactly(Cause.CHECKPOINT_MISSING);
    opened.write("checkpoints.jsonl", String.join("\n", lines) + "\n");
    opened.write("checkpoint.txt", opened.read("checkpoint.txt").replace("\n5\n", "\n4\n"));
    assertThat(causes()).containsExactly(Cause.CHECKPOINT_EDITED);
  }

  @Test
  @DisplayName("keys that the ledger does not admit, and another case's name on the bag")
  void keysAndName() throws Exception {
    opened.replace("keys.json", "R. Viewer", "R. Elative");
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    opened.replace("keys.json", "R. Elative", "R. Viewer");
    Path info = opened.folder().resolve("bag-info.txt");
    String text = Files.readString(info);
    Files.writeString(info, text.replaceAll("External-Identifier: .*", "External-Identifier: x"));
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    Files.writeString(info, text.replaceAll("Palimpsest-Bundle: 1", "Palimpsest-Bundle: 2"));
    assertThat(causes()).containsExactly(Cause.NEWER_FORMAT);
    Files.writeString(info, text.replaceAll("Palimpsest-Bundle: 1", "Palimpsest-Bundle: 01"));
    assertThat(causes()).containsExactly(Cause.OTHER_FORMAT);
  }

  @Test
  @DisplayName("a table of contents that says something else, more or less than the ledger")
  void table() throws Exception {
    String table = opened.read("contents.tsv");
    assertThat(table).contains("\\u0009");
    for (String other :
        List.of(
            table.replace("\trecording\t", "\tquestioned\t"),
            table.replace("\\u0009", "\t"),
            table.replace("\n", "\r\n"),
            table.substring(0, table.length() - 1),
            table + "x",
            "")) {
      opened.write("contents.tsv", other);
      assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    }
    opened.write("contents.tsv", table);
    assertThat(causes()).isEmpty();
    opened.delete("contents.tsv");
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
  }

  @Test
  @DisplayName("a text for people that names another case or other entries, twice or not at all")
  void readmeFacts() throws Exception {
    String text = opened.read("README.txt");
    String id = text.substring(text.indexOf("Case     ") + 9).substring(0, 36);
    for (String other :
        List.of(
            text.replace(id, "00000000-0000-0000-0000-000000000000"),
            text.replace("Entries  5", "Entries  4"),
            text.replace("Entries  5\n", ""),
            text + "Entries  6\n",
            text + "Case     " + id + "\n",
            "")) {
      opened.write("README.txt", other);
      assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
    }
    opened.delete("README.txt");
    assertThat(causes()).containsExactly(Cause.BAG_CHANGED);
  }

  @Test
  @DisplayName("a text for people in other words, which is remarked upon")
  void readmeWords() throws Exception {
    String text = opened.read("README.txt");
    for (String other :
        List.of(
            text + "The voice is that of X.\n",
            text.replace("sha256sum -c manifest", "true || sha256sum -c manifest"),
            text.replaceAll("(?m)^Check.*\n", ""))) {
      opened.write("README.txt", other);
      assertThat(causes()).isEmpty();
      assertThat(verify(opened.folder()).flags())
          .extracting(Flag::cause)
          .containsExactly(FlagCause.README_REWORDED);
    }
    opened.write("README.txt", text);
    assertThat(causes()).isEmpty();
    assertThat(verify(opened.folder()).flags()).isEmpty();
  }

  @Test
  @DisplayName("content and reports that were changed, and such that nobody speaks of")
  void contents() throws Exception {
    opened.write("reports/report-001.pdf", "%PDF, forged");
    assertThat(causes()).containsExactly(Cause.REPORT_CHANGED);
    opened.write("reports/report-001.pdf", "%PDF, for the sake of the test");
    opened.write("reports/report-002.pdf", "x").write("blobs/aa/" + "b".repeat(62), "x");
    assertThat(causes()).isEmpty();
    assertThat(verify(opened.folder()).flags())
        .extracting(Flag::cause)
        .containsExactly(FlagCause.ORPHAN_BLOB, FlagCause.REPORT_NOT_ISSUED);
    Sha256 output = Sha256.hash("restored".getBytes(StandardCharsets.UTF_8));
    String name = "blobs/" + output.hex().substring(0, 2) + "/" + output.hex().substring(2);
    opened.write(name, "rest0red");
    assertThat(causes()).containsExactly(Cause.BLOB_CHANGED);
  }

  @Test
  @DisplayName("whatever is no bundle gets a finding, never an exception")
  void hostile() throws Exception {
    byte[] whole = Files.readAllBytes(zip);
    Path broken = desk.resolve("broken.zip");
    for (int length = 0; length < whole.length; length += 997) {
      Files.write(broken, java.util.Arrays.copyOf(whole, length));
      assertThat(verify(broken).findings()).isNotEmpty();
    }
    java.util.Random random = new java.util.Random(11);
    for (int round = 0; round < 30; round++) {
      byte[] garbled = whole.clone();
      garbled[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(broken, garbled);
      assertThat(verify(broken).toJson()).isNotNull();
    }
    for (String name :
        List.of("ledger.jsonl", "checkpoints.jsonl", "checkpoint.txt", "keys.json")) {
      OpenedBundle each = OpenedBundle.unpack(zip, desk.resolve("no-" + name)).delete(name);
      assertThat(verify(each.refit().folder()).findings()).isNotEmpty();
    }
  }

  @Test
  @DisplayName(
      "a bundle is an older state beside a newer anchor, and short beside a named checkpoint")
  void cut() throws Exception {
    Path old = desk.resolve("old");
    OpenedBundle shorter = OpenedBundle.unpack(zip, old);
    try (var open = sealed.lab().open()) {
      Laboratory.importRecording(open, "later");
    }
    assertThat(
            new CaseVerifier().verify(old, AnchorSource.none(), VerifyOptions.plain()).findings())
        .isEmpty();
    VerificationReport beside = verify(shorter.folder());
    assertThat(beside.findings()).isEmpty();
    assertThat(beside.anchored()).isFalse();
    assertThat(beside.flags())
        .extracting(Flag::cause)
        .contains(FlagCause.NEWER_ANCHOR, FlagCause.NOT_ANCHORED);
    Path named = Files.writeString(desk.resolve("named"), newestNote());
    VerifyOptions options = VerifyOptions.plain().against(Optional.of(named));
    assertThat(new CaseVerifier().verify(shorter.folder(), AnchorSource.none(), options).findings())
        .extracting(Finding::cause)
        .containsExactly(Cause.OLD_COPY);
  }

  private static String nameOf(String content) {
    String hex = Sha256.hash(content.getBytes(StandardCharsets.UTF_8)).hex();
    return "blobs/" + hex.substring(0, 2) + "/" + hex.substring(2);
  }

  private static String omission(String content) {
    Sha256 hash = Sha256.hash(content.getBytes(StandardCharsets.UTF_8));
    return "{\"reason\":\"secret\",\"sha256\":\""
        + hash
        + "\",\"size\":"
        + content.length()
        + "}\n";
  }

  private String newestNote() throws Exception {
    try (var open = CaseFile.openReadOnly(sealed.lab().folder())) {
      return open.latestCheckpoint().note();
    }
  }

  private List<Cause> causes() throws Exception {
    opened.refit();
    return asIs();
  }

  private List<Cause> asIs() {
    return verify(opened.folder()).findings().stream().map(Finding::cause).toList();
  }

  private VerificationReport verify(Path place) {
    return new CaseVerifier().verify(place, sealed.lab().anchors()::read, VerifyOptions.plain());
  }
}
