package org.palimpsest.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.ReportState;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonArray;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.JsonParser;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a bundle of a case in which much happened")
final class BusyCaseTest {
  private static final int FILES = 500;
  private static final String PDF = "%PDF, for the sake of the test";

  @TempDir Path desk;
  private Laboratory lab;
  private SealedCase sealed;

  @BeforeEach
  void work() throws Exception {
    lab = new Laboratory(desk);
    sealed = new SealedCase(lab).withCase(); // with the reviewer R. Viewer and the report P1
    try (CaseFile open = lab.open()) {
      append(open, EntryKind.CASE_AMENDED, amendment());
      append(open, EntryKind.OPINION_STATED, opinion());
      JsonObject report =
          JsonObject.empty().with("id", "P1").with("sha256", Sha256.hash(PDF.getBytes(UTF)).hex());
      append(open, EntryKind.REVIEW_RECEIVED, review(report));
      append(open, EntryKind.REPORT_RELEASED, JsonObject.empty().with("report", report));
      append(open, EntryKind.COMPARISON, failed());
      manyFiles(open);
      append(open, EntryKind.PERSON_ADMITTED, person("E. Xaminer", "new key", "examiner"));
      append(open, EntryKind.PERSON_DISMISSED, person("E. Xaminer", "E. Xaminer", "examiner"));
    }
    try (CaseFile open =
        CaseFile.openForWriting(
            lab.folder(), lab.keyOf("new key"), lab.anchors(), Laboratory.CLOCK)) {
      Laboratory.importRecording(open, "under the new key");
    }
  }

  @Test
  @DisplayName("opens with the same entries, people, reports, description and content")
  void opens() throws Exception {
    Path zip = sealed.seal("busy.zip", Omission.NONE).file();
    try (CaseFile original = CaseFile.openReadOnly(lab.folder());
        CaseFile open = CaseFile.openReadOnly(zip)) {
      assertThat(open.entries()).isEqualTo(original.entries()).hasSize(14);
      assertThat(open.people()).isEqualTo(original.people());
      assertThat(open.people().past()).extracting(p -> p.key()).containsExactly(key("E. Xaminer"));
      assertThat(open.reports()).isEqualTo(original.reports());
      assertThat(open.reports().list().get(0).state()).isEqualTo(ReportState.RELEASED);
      assertThat(open.description().title()).isEqualTo("Threat\tcall, \"amended\"");
      assertThat(open.latestCheckpoint().isSignedBy(key("new key"))).isTrue();
      assertThat(open.damage()).isEmpty();
      assertThat(open.entry(9).step().orElseThrow().outcome()).isEqualTo(StepOutcome.FAILED);
      for (BlobUse use : open.entry(10).blobs()) {
        assertThat(open.blobs().contains(use.blob())).isTrue();
      }
    }
  }

  @Test
  @DisplayName("has a table with six cells in every line, whatever the entries say")
  void table() throws Exception {
    try (Bag bag = Bag.open(sealed.seal("busy.zip", Omission.NONE).file())) {
      assertThat(bag.check()).isEmpty();
      List<String> lines = SealedCase.lines(bag, "contents.tsv");
      assertThat(lines).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(6));
      List<String> many =
          lines.stream().filter(line -> line.contains("\t10\tM\\u005c1\t")).toList();
      assertThat(many).hasSize(FILES);
      for (int i = 0; i < FILES; i++) {
        Sha256 hash = Sha256.hash(("file " + i % 499).getBytes(UTF));
        assertThat(many.get(i))
            .isEqualTo(
                "%s\t%d\tpart %d\t10\tM\\u005c1\t\"quoted\"\\u0009\\u000d\\u000a\\u0085 \u266b",
                hash, ("file " + i % 499).length(), i);
      }
    }
  }

  @Test
  @DisplayName("leaves cells empty where an entry has no words for them")
  void emptyCells() throws Exception {
    try (CaseFile open =
        CaseFile.openForWriting(
            lab.folder(), lab.keyOf("new key"), lab.anchors(), Laboratory.CLOCK)) {
      BlobRef blob = Laboratory.put(open, "as it came");
      JsonObject odd = JsonObject.empty().with("id", 7).with("label", JsonArray.of(List.of()));
      open.append(
          EntryDraft.of(
              EntryKind.RECORDING_IMPORTED, odd, List.of(new BlobUse(blob, "recording"))));
    }
    try (Bag bag = Bag.open(sealed.seal("busy.zip", Omission.NONE).file())) {
      List<String> lines = SealedCase.lines(bag, "contents.tsv");
      assertThat(lines.get(lines.size() - 1)).endsWith("\t10\trecording\t14\t\t");
    }
  }

  @Test
  @DisplayName("names every key that was ever admitted, in order, with the entry that did it")
  void keys() throws Exception {
    try (Bag bag = Bag.open(sealed.seal("busy.zip", Omission.NONE).file())) {
      JsonObject keys = JsonParser.parseObject(SealedCase.text(bag, "keys.json").getBytes(UTF));
      List<String> told = new ArrayList<>();
      for (JsonObject key : keys.array("keys").objects()) {
        told.add(key.string("name") + " " + key.string("role") + " " + key.integer("seq"));
      }
      assertThat(told)
          .containsExactly(
              "E. Xaminer examiner 0", "R. Viewer reviewer 4", "E. Xaminer examiner 11");
      assertThat(keys.array("keys").objects().get(2).string("publicKey"))
          .isEqualTo(key("new key").base64());
      assertThat(SealedCase.lines(bag, "ledger.jsonl")).hasSize(14);
      assertThat(SealedCase.lines(bag, "checkpoints.jsonl")).hasSize(14);
    }
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;

  private org.palimpsest.evidence.format.VerifyingKey key(String name) {
    return lab.keyOf(name).verifyingKey();
  }

  private static void append(CaseFile open, EntryKind kind, JsonObject fields)
      throws CaseException {
    open.append(EntryDraft.of(kind, fields, List.of()));
  }

  private static JsonObject amendment() {
    return JsonObject.empty()
        .with("field", "title")
        .with("value", "Threat\tcall, \"amended\"")
        .with("reason", "a name was wrong");
  }

  private static JsonObject opinion() {
    return JsonObject.empty()
        .with("id", "O1")
        .with("about", JsonArray.ofStrings(List.of("R1")))
        .with("text", "It is\nthe same voice.");
  }

  private JsonObject review(JsonObject report) {
    JsonObject reviewer =
        JsonObject.empty().with("name", "R. Viewer").with("publicKey", key("R. Viewer").base64());
    return JsonObject.empty()
        .with("id", "V1")
        .with("reviewer", reviewer)
        .with("verdict", "agrees")
        .with("comments", 0)
        .with("signedTime", "2026-03-01T12:00:00.000Z")
        .with("report", report);
  }

  private JsonObject person(String name, String keyName, String role) {
    JsonObject person =
        JsonObject.empty()
            .with("name", name)
            .with("publicKey", key(keyName).base64())
            .with("role", role);
    return JsonObject.empty().with("person", person).with("reason", "a new key");
  }

  private static JsonObject failed() {
    JsonObject none = JsonObject.empty();
    return new Step(
            none.with("method", "llr").with("version", "1"),
            StepOutcome.FAILED,
            List.of(),
            List.of(),
            none,
            none.with("reason", "no speech"),
            List.of())
        .toFields()
        .with("id", "C1");
  }

  /** One entry with many blobs, two of which are the same. */
  private static void manyFiles(CaseFile open) throws CaseException {
    List<BlobUse> uses = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      uses.add(new BlobUse(Laboratory.put(open, "file " + i % 499), "part " + i));
    }
    JsonObject fields =
        JsonObject.empty().with("id", "M\\1").with("label", "\"quoted\"\t\r\n\u0085 \u266b");
    open.append(new EntryDraft("many-files", fields, uses));
  }
}
