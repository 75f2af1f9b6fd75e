package org.palimpsest.evidence.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Checkpoint;

@DisplayName("the anchors")
final class AnchorStoreTest {
  @TempDir Path desk;

  @Test
  @DisplayName("keep the newest checkpoint of each case and never an older one")
  void moveForward() throws Exception {
    AnchorStore anchors = new AnchorStore(desk.resolve("elsewhere").resolve("anchors"));
    UUID caseId;
    Checkpoint older;
    Checkpoint newer;
    try (CaseFile open = new Laboratory(desk).create()) {
      caseId = open.caseId();
      older = open.latestCheckpoint();
      Laboratory.importRecording(open, "one");
      newer = open.latestCheckpoint();
    }
    assertThat(anchors.read(caseId)).isEmpty();
    anchors.advance(caseId, older);
    anchors.advance(caseId, newer);
    anchors.advance(caseId, newer);
    assertThatThrownBy(() -> anchors.advance(caseId, older)).hasMessageContaining("is newer");
    assertThat(anchors.read(caseId)).contains(newer.note());
    assertThat(anchors.file(caseId)).hasFileName(caseId.toString()).hasContent(newer.note());
    try (var files = Files.list(anchors.file(caseId).getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  @DisplayName("that are damaged are not replaced")
  void damaged() throws Exception {
    Laboratory lab = new Laboratory(desk);
    try (CaseFile open = lab.create()) {
      Path file = lab.anchors().file(open.caseId());
      Files.writeString(file, "rubbish");
      assertThatThrownBy(() -> lab.anchors().advance(open.caseId(), open.latestCheckpoint()))
          .hasMessageContaining("damaged");
      assertThat(file).hasContent("rubbish");
    }
  }
}
