package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.bundle.Omission;
import org.palimpsest.evidence.bundle.SealedCase;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.format.JsonObject;

@DisplayName("a bundle opens as a case that can only be looked at")
final class OpenBundleTest {
  @TempDir Path desk;
  private SealedCase sealed;
  private Path zip;
  private Path unpacked;

  @BeforeEach
  void setUp() throws Exception {
    sealed = new SealedCase(new Laboratory(desk)).withCase();
    zip = sealed.seal("b.zip", Omission.NONE).file();
    unpacked = unpack();
  }

  @Test
  @DisplayName("with the same entries, people, checkpoint, content and reports")
  void same() throws Exception {
    try (CaseFile original = CaseFile.openReadOnly(sealed.lab().folder())) {
      for (Path path : List.of(zip, unpacked)) {
        assertThat(CaseFile.isBundle(path)).isTrue();
        try (CaseFile open = CaseFile.openReadOnly(path)) {
          assertThat(open.entries()).isEqualTo(original.entries());
          assertThat(open.caseId()).isEqualTo(original.caseId());
          assertThat(open.description()).isEqualTo(original.description());
          assertThat(open.people()).isEqualTo(original.people());
          assertThat(open.latestCheckpoint()).isEqualTo(original.latestCheckpoint());
          assertThat(open.damage()).isEmpty();
          assertThat(open.folder()).isEqualTo(path);
          assertThat(open.readFromCopy()).isEqualTo(path.equals(zip));
          assertThat(open.reportsFolder().resolve("report-001.pdf")).isRegularFile();
          var recording = open.entry(1).blobs().get(0).blob();
          assertThat(open.blobs().contains(recording)).isTrue();
          try (InputStream in = open.blobs().open(recording.sha256())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("a call");
          }
        }
      }
    }
    assertThat(CaseFile.isBundle(sealed.lab().folder())).isFalse();
  }

  @Test
  @DisplayName("and cannot be written, nor opened for it")
  void readOnly() throws Exception {
    for (Path path : List.of(zip, unpacked)) {
      byte[] before = Files.readAllBytes(zip);
      try (CaseFile open = CaseFile.openReadOnly(path)) {
        assertThat(open.writable()).isFalse();
        EntryDraft draft = new EntryDraft("note", JsonObject.empty(), List.of());
        assertThatThrownBy(() -> open.append(draft)).isInstanceOf(CaseException.class);
        assertThatThrownBy(() -> open.blobs().put(InputStream.nullInputStream()))
            .hasMessageContaining("reading only");
      }
      assertThatThrownBy(
              () ->
                  CaseFile.openForWriting(
                      path, sealed.lab().key(), sealed.lab().anchors(), Laboratory.CLOCK))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("opens for reading only");
      assertThat(zip).hasBinaryContent(before);
    }
  }

  @Test
  @DisplayName("and leaves nothing of its private copy when it is closed")
  void scratch() throws Exception {
    Path copy;
    try (CaseFile open = CaseFile.openReadOnly(zip)) {
      copy = open.reportsFolder().getParent().getParent();
      assertThat(copy).isDirectory().isNotEqualTo(desk);
      assertThat(Files.getPosixFilePermissions(copy)).hasSize(3);
    }
    assertThat(copy).doesNotExist();
    CaseFile.openReadOnly(unpacked).close();
    assertThat(unpacked.resolve("data").resolve("ledger.jsonl")).exists();
  }

  @Test
  @DisplayName("also where its ledger was changed, and says what a glance shows")
  void damaged() throws Exception {
    edit("ledger.jsonl", text -> text.replace("rec-1", "rec-2"));
    try (CaseFile open = CaseFile.openReadOnly(unpacked)) {
      assertThat(open.damage()).hasValue("an entry was changed after it was signed");
    }
  }

  @Test
  @DisplayName("unless it cannot be read as one, which it says in one line")
  void refused() throws Exception {
    edit("ledger.jsonl", text -> text.substring(text.indexOf('\n') + 1));
    refuses("entry 0: it is missing");
    edit("ledger.jsonl", text -> "rubbish\n");
    refuses("entry 0: the line is not an entry of a bundle");
    edit("ledger.jsonl", text -> "");
    refuses("has no entry");
    unpacked = unpack();
    edit("checkpoint.txt", text -> "rubbish");
    refuses("is damaged");
    Files.delete(unpacked.resolve("data").resolve("checkpoint.txt"));
    refuses("checkpoint.txt");
    unpacked = unpack();
    Path info = unpacked.resolve("bag-info.txt");
    String lines = Files.readString(info);
    Files.writeString(info, lines.replace("Bundle: 1", "Bundle: 2"));
    refuses("bundle format 2");
    Files.writeString(info, "Note: none\n");
    refuses("it is a bag, but no bundle of a case");
    unpacked = Files.writeString(desk.resolve("some.pdf"), "%PDF-1.4, and no bag at all");
    refuses("no zip file");
  }

  private void refuses(String words) {
    assertThatThrownBy(() -> CaseFile.openReadOnly(unpacked))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining(unpacked.toString())
        .hasMessageContaining(words)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private void edit(String name, UnaryOperator<String> change) throws IOException {
    Path file = unpacked.resolve("data").resolve(name);
    Files.writeString(file, change.apply(Files.readString(file)));
  }

  /** As an unzip program does it. */
  private Path unpack() throws IOException {
    Path folder = Files.createTempDirectory(desk, "unpacked");
    try (Bag bag = Bag.open(zip)) {
      bag.extract(folder.resolve("data"));
    }
    try (var in = new java.util.zip.ZipFile(zip.toFile())) {
      for (String name :
          List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")) {
        Files.copy(in.getInputStream(in.getEntry("b/" + name)), folder.resolve(name));
      }
    }
    return folder;
  }
}
