package org.palimpsest.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("the place of a bundle")
final class BundleTargetTest {
  private static final long HUGE = 1L << 43;

  @TempDir Path desk;
  private SealedCase sealed;

  @BeforeEach
  void make() throws Exception {
    sealed = new SealedCase(new Laboratory(desk).withCase(1));
  }

  @Test
  @DisplayName("is taken by a folder and by a link, wherever it leads; all stay as they are")
  void taken() throws Exception {
    Files.createDirectory(sealed.file("folder.zip"));
    Path other = Files.writeString(desk.resolve("other"), "mine");
    Files.createSymbolicLink(sealed.file("link.zip"), other);
    Files.createSymbolicLink(sealed.file("dangling.zip"), desk.resolve("absent"));
    List<String> before = names(desk);
    for (String name : new String[] {"folder.zip", "link.zip", "dangling.zip"}) {
      assertThatThrownBy(() -> sealed.seal(name, Omission.NONE))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining(name);
    }
    assertThat(names(desk)).isEqualTo(before);
    assertThat(other).hasContent("mine");
    assertThat(Files.exists(sealed.file("dangling.zip"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(desk.resolve("absent")).doesNotExist();
  }

  @Test
  @DisplayName("may have a name of several words, marks and dots, relative or not")
  void names() throws Exception {
    for (String name : new String[] {"a b.zip", "100%.zip", "v1.2.zip", "\u00e9t\u00e9.zip"}) {
      Bundle bundle = sealed.seal(name, Omission.NONE);
      assertThat(bundle.file()).isRegularFile();
      try (CaseFile open = CaseFile.openReadOnly(bundle.file())) {
        assertThat(open.damage()).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("has no room for more than the disk has: nothing is begun")
  void noRoom() throws Exception {
    Sha256 hash = Sha256.hash("huge".getBytes(StandardCharsets.UTF_8));
    try (CaseFile open = sealed.lab().open()) {
      sparse(hash);
      BlobUse use = new BlobUse(new BlobRef(hash, HUGE), "recording");
      open.append(EntryDraft.of(EntryKind.RECORDING_IMPORTED, JsonObject.empty(), List.of(use)));
    }
    List<String> before = names(desk);
    Assumptions.assumeTrue(desk.toFile().getUsableSpace() < HUGE);
    assertThatThrownBy(() -> sealed.seal("b.zip", Omission.NONE))
        .isInstanceOf(BundleException.class)
        .hasMessageMatching(".*it needs more than \\d+ bytes, and the disk has \\d+");
    assertThat(names(desk)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil.pdf", "/etc/evil.pdf", "a\\b.pdf", "two\nlines.pdf", "nul", "C:evil", ""})
  @DisplayName("gets no bundle of a case whose report has a name that leads elsewhere")
  void reportNames(String fileName) throws Exception {
    report(fileName, "P1");
    List<String> before = names(desk);
    assertThatThrownBy(() -> sealed.seal("b.zip", Omission.NONE))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("no bundle of ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    assertThat(names(desk)).isEqualTo(before);
    assertThat(desk.resolve("evil.pdf")).doesNotExist();
  }

  @Test
  @DisplayName("gets the newest of two reports that were issued under one file name")
  void sameFileName() throws Exception {
    report("r.pdf", "P1");
    report("r.pdf", "P2");
    try (CaseFile open = CaseFile.openReadOnly(sealed.seal("b.zip", Omission.NONE).file())) {
      assertThat(open.reportsFolder().resolve("r.pdf")).hasContent("report P2");
      assertThat(open.reports().list()).hasSize(2);
    }
  }

  private void report(String fileName, String id) throws CaseException {
    try (CaseFile open = sealed.lab().open()) {
      BlobRef pdf = Laboratory.put(open, "report " + id);
      JsonObject fields =
          JsonObject.empty().with("id", id).with("fileName", fileName).with("checkpointSize", 1);
      open.append(
          EntryDraft.of(EntryKind.REPORT_ISSUED, fields, List.of(new BlobUse(pdf, "report"))));
    }
  }

  /** A file of that size that takes no room, where the file system can have one. */
  private void sparse(Sha256 hash) throws IOException {
    Path folder = sealed.lab().folder().resolve("blobs").resolve(hash.hex().substring(0, 2));
    Files.createDirectories(folder);
    Path file = folder.resolve(hash.hex().substring(2));
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(HUGE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      Assumptions.abort("the file system has no files of that size: " + e.getMessage());
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
