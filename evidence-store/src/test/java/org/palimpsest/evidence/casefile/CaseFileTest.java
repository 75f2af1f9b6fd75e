package org.palimpsest.evidence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.blob.BlobRef;
import org.palimpsest.evidence.entry.v1.BlobUse;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.JsonObject;
import org.palimpsest.evidence.format.Sha256;

@DisplayName("a case")
final class CaseFileTest {
  @TempDir Path desk;
  private Laboratory lab;

  @BeforeEach
  void setUp() {
    lab = new Laboratory(desk);
  }

  @Test
  @DisplayName("starts with an entry that says what it is and whose key signs")
  void startsWithItself() throws Exception {
    try (CaseFile open = lab.create()) {
      LedgerEntry first = open.entry(0);
      assertThat(open.size()).isEqualTo(1);
      assertThat(first.is(EntryKind.CASE_CREATED)).isTrue();
      assertThat(first.time()).isEqualTo(Laboratory.NOON);
      assertThat(first.actor().name()).isEqualTo("E. Xaminer");
      assertThat(first.actor().key())
          .isEqualTo(lab.key().verifyingKey().id("palimpsest/case/" + open.caseId()));
      assertThat(first.body().string("caseId")).isEqualTo(open.caseId().toString());
      assertThat(first.body().object("examiner").string("publicKey"))
          .isEqualTo(lab.key().verifyingKey().base64());
      assertThat(open.description()).isEqualTo(Laboratory.DESCRIPTION);
    }
  }

  @Test
  @DisplayName("says the same after it was closed and opened again")
  void survivesClosing() throws Exception {
    LedgerEntry written;
    Checkpoint newest;
    try (CaseFile open = lab.create()) {
      written = Laboratory.importRecording(open, "one");
      newest = open.latestCheckpoint();
    }
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThat(open.entry(1)).isEqualTo(written);
      assertThat(open.latestCheckpoint()).isEqualTo(newest);
      assertThat(open.description()).isEqualTo(Laboratory.DESCRIPTION);
      assertThat(open.people().list().get(0).key()).isEqualTo(lab.key().verifyingKey());
      assertThat(open.writable()).isFalse();
      assertThat(open.readFromCopy()).isFalse();
    }
  }

  @Test
  @DisplayName("is continued where it ended")
  void isContinued() throws Exception {
    lab.withCase(2);
    try (CaseFile open = lab.open()) {
      LedgerEntry next = Laboratory.importRecording(open, "three");
      assertThat(next.seq()).isEqualTo(3);
      assertThat(open.latestCheckpoint().size()).isEqualTo(4);
      assertThat(open.latestCheckpoint().isSignedBy(open.people().list().get(0).key())).isTrue();
      assertThat(open.entries()).extracting(LedgerEntry::seq).containsExactly(0L, 1L, 2L, 3L);
    }
  }

  @Test
  @DisplayName("keeps its newest checkpoint as an anchor outside its folder")
  void keepsAnAnchor() throws Exception {
    try (CaseFile open = lab.create()) {
      Laboratory.importRecording(open, "one");
      assertThat(lab.anchors().read(open.caseId())).contains(open.latestCheckpoint().note());
      assertThat(open.anchorProblem()).isEmpty();
    }
  }

  @Test
  @DisplayName("stores an entry whose anchor cannot be written, and says so")
  void saysThatItIsNotAnchored() throws Exception {
    try (CaseFile open = lab.create()) {
      Path anchor = lab.anchors().file(open.caseId());
      Files.writeString(anchor, "rubbish");
      assertThat(Laboratory.importRecording(open, "one").seq()).isEqualTo(1);
      assertThat(open.anchorProblem().orElseThrow()).contains(anchor.toString());
    }
  }

  @Test
  @DisplayName("leaves only case.db beside its folders after the last close")
  void leavesOnlyTheDatabase() throws Exception {
    lab.withCase(3);
    try (var inside = Files.list(lab.folder())) {
      assertThat(inside.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("case.db", "blobs", "reports");
    }
  }

  @Test
  @DisplayName("can be moved")
  void canBeMoved() throws Exception {
    lab.withCase(1);
    Path moved = desk.resolve("été 100% #1?.palimpsest");
    Files.move(lab.folder(), moved);
    try (CaseFile open =
        CaseFile.openForWriting(moved, lab.key(), lab.anchors(), Laboratory.CLOCK)) {
      Laboratory.importRecording(open, "two");
    }
    try (CaseFile open = CaseFile.openReadOnly(moved)) {
      assertThat(open.size()).isEqualTo(3);
      open.blobs().check(open.entry(1).blobs().get(0).blob().sha256());
    }
  }

  @Test
  @DisplayName("takes no entry whose content is not stored")
  void wantsBlobsFirst() throws Exception {
    try (CaseFile open = lab.create()) {
      BlobUse nowhere = new BlobUse(new BlobRef(Sha256.hash(), 5), "recording");
      EntryDraft draft = new EntryDraft("recording-imported", JsonObject.empty(), List.of(nowhere));
      assertThatThrownBy(() -> open.append(draft))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining(Sha256.hash().hex())
          .hasMessageContaining("store it before");
      assertThat(open.size()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("that is open for reading takes neither entry nor content")
  void readingChangesNothing() throws Exception {
    lab.withCase(1);
    byte[] before = Files.readAllBytes(lab.folder().resolve("case.db"));
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      assertThatThrownBy(() -> Laboratory.importRecording(open, "two"))
          .hasMessageContaining("reading only");
      EntryDraft draft = new EntryDraft("note", JsonObject.empty(), List.of());
      assertThatThrownBy(() -> open.append(draft)).hasMessageContaining("not open for writing");
    }
    assertThat(Files.readAllBytes(lab.folder().resolve("case.db"))).isEqualTo(before);
    assertThat(lab.folder().resolve("case.db-wal")).doesNotExist();
    assertThat(lab.folder().resolve("case.db-shm")).doesNotExist();
  }

  @Test
  @DisplayName("keeps an issued report under a name that is never taken twice")
  void keepsReports() throws Exception {
    try (CaseFile open = lab.create()) {
      Path report = open.writeReport("first.pdf", new byte[] {1, 2, 3});
      assertThat(report).hasBinaryContent(new byte[] {1, 2, 3}).hasParent(open.reportsFolder());
      assertThatThrownBy(() -> open.writeReport("first.pdf", new byte[0]))
          .hasMessageContaining("choose another name");
      assertThatThrownBy(() -> open.writeReport("../first.pdf", new byte[0]))
          .hasMessageContaining("plain file name");
    }
  }

  @Test
  @DisplayName("can be closed twice, and takes nothing afterwards")
  void closesOnce() throws Exception {
    CaseFile open = lab.create();
    open.close();
    open.close();
    EntryDraft draft = new EntryDraft("note", JsonObject.empty(), List.of());
    assertThatThrownBy(() -> open.append(draft)).isInstanceOf(CaseException.class);
  }
}
