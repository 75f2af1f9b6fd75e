package org.palimpsest.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Laboratory;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.NoteSignature;
import org.palimpsest.evidence.format.Sha256;
import org.palimpsest.evidence.format.SignedNote;
import org.palimpsest.evidence.key.SigningKey;

@DisplayName("against a checkpoint from outside, the verifier")
final class OutsideCheckpointTest {
  @TempDir Path desk;
  private Laboratory lab;
  private Checkpoint newest;

  @BeforeEach
  void makeCase() throws Exception {
    lab = new Laboratory(desk).withCase(3);
    try (CaseFile open = CaseFile.openReadOnly(lab.folder())) {
      newest = open.latestCheckpoint();
    }
  }

  @Test
  @DisplayName("takes every checkpoint that the case ever had")
  void everyOlderOne() throws Exception {
    try (var stranger = lab.stranger();
        var statement = stranger.createStatement();
        var row = statement.executeQuery("SELECT note FROM checkpoint")) {
      int seen = 0;
      while (row.next()) {
        assertThat(against(row.getString(1))).isEmpty();
        seen++;
      }
      assertThat(seen).isEqualTo(4);
    }
  }

  @Test
  @DisplayName("finds that an old copy of the case was put back")
  void oldCopy() throws Exception {
    Path kept = Files.copy(lab.folder().resolve("case.db"), desk.resolve("kept.db"));
    try (CaseFile open = lab.open()) {
      Laboratory.importRecording(open, "four");
    }
    Files.copy(
        kept, lab.folder().resolve("case.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(Verdict.alone(lab).verified()).isTrue();
    assertThat(Verdict.anchored(lab).findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.subject()).isEqualTo(Subject.ANCHOR);
              assertThat(f.seq()).contains(5L);
              assertThat(f.words()).contains("made of 5 entries, the case has 4");
            });
  }

  @Test
  @DisplayName("finds a root that the case does not have")
  void otherRoot() {
    Sha256 root = Sha256.hash(new byte[] {7});
    assertThat(against(note(lab.key(), newest.origin(), 2, root)))
        .singleElement()
        .matches(f -> f.words().contains("not contained in the case"));
  }

  @Test
  @DisplayName("finds a signature by somebody else, though the root is right")
  void otherKey() {
    SigningKey other = lab.keyOf("Other");
    assertThat(against(note(other, newest.origin(), newest.size(), newest.root())))
        .singleElement()
        .matches(f -> f.words().contains("no valid signature"));
  }

  @Test
  @DisplayName("takes a reviewer's signature beside the examiner's, but not instead of it")
  void reviewers() {
    String text = Checkpoint.textOf(newest.origin(), newest.size(), newest.root());
    SigningKey key = lab.keyOf("Reviewer");
    String name = "palimpsest/reviewer/r1";
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature reviewer = NoteSignature.of(name, key.verifyingKey(), signature);
    List<NoteSignature> own = SignedNote.parse(newest.note()).signatures();
    List<NoteSignature> both = Stream.concat(own.stream(), Stream.of(reviewer)).toList();
    SignedNote signed = new SignedNote(text, both);
    assertThat(against(signed.format())).isEmpty();
    assertThat(signed.isSignedBy(name, key.verifyingKey())).isTrue();
    assertThat(against(new SignedNote(text, List.of(reviewer)).format()))
        .singleElement()
        .matches(f -> f.words().contains("no valid signature"));
  }

  @Test
  @DisplayName("takes such a co-signed checkpoint in the case itself")
  void coSignedInside() throws Exception {
    String text = Checkpoint.textOf(newest.origin(), newest.size(), newest.root());
    SigningKey key = lab.keyOf("Reviewer");
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    String line = NoteSignature.of("palimpsest/reviewer/r1", key.verifyingKey(), signature).line();
    lab.tamper("UPDATE checkpoint SET note = note || '" + line + "' || char(10) WHERE size = 4");
    assertThat(Verdict.anchored(lab).findings()).isEmpty();
    try (CaseFile open = lab.open()) {
      assertThat(open.latestCheckpoint().note()).contains("palimpsest/reviewer/r1");
    }
  }

  @Test
  @DisplayName("says when an anchor cannot be read, and that it was meant to be compared")
  void unreadableAnchor() {
    AnchorSource broken =
        caseId -> {
          throw new IOException("the drawer is locked");
        };
    VerificationReport report = new CaseVerifier().verify(lab.folder(), broken, Optional.empty());
    assertThat(report.anchored()).isTrue();
    assertThat(report.findings())
        .containsExactly(
            Finding.of(
                Cause.CHECKPOINT_UNUSABLE,
                Subject.ANCHOR,
                "the anchor cannot be read: the drawer is locked"));
  }

  @Test
  @DisplayName("does not mistake an entry that is just being written for one that was cut off")
  void growingCase() throws Exception {
    try (CaseFile open = lab.open()) {
      AnchorSource late =
          caseId -> {
            try {
              Laboratory.importRecording(open, "recording " + open.size());
            } catch (CaseException e) {
              throw new IOException(e);
            }
            return lab.anchors().read(caseId);
          };
      VerificationReport report = new CaseVerifier().verify(lab.folder(), late, Optional.empty());
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isEqualTo(5);
    }
  }

  @Test
  @DisplayName("compares both an anchor and a file where both are given")
  void both() throws Exception {
    Path file = Files.writeString(desk.resolve("file"), "rubbish");
    VerificationReport report =
        new CaseVerifier().verify(lab.folder(), caseId -> Optional.of(""), Optional.of(file));
    assertThat(report.findings()).hasSize(2).allMatch(f -> f.subject() == Subject.ANCHOR);
  }

  @Test
  @DisplayName("takes a huge file for what it is not")
  void hugeFile() throws Exception {
    Path file = Files.write(desk.resolve("file"), new byte[1 << 20]);
    assertThat(
            new CaseVerifier()
                .verify(lab.folder(), AnchorSource.none(), Optional.of(file))
                .findings())
        .singleElement()
        .matches(f -> f.words().contains("cannot be used"));
  }

  private List<Finding> against(String note) {
    VerificationReport report =
        new CaseVerifier().verify(lab.folder(), caseId -> Optional.of(note), Optional.empty());
    assertThat(report.anchored()).isTrue();
    return report.findings();
  }

  private static String note(SigningKey key, String origin, long size, Sha256 root) {
    String text = Checkpoint.textOf(origin, size, root);
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    NoteSignature line = NoteSignature.of(origin, key.verifyingKey(), signature);
    return new SignedNote(text, List.of(line)).format();
  }
}
