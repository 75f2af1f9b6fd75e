package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;

/** Compares a case with checkpoints that lay outside it: only they show that a tail was cut. */
final class AnchorCheck {
  private final PrefixTree tree;
  private final Optional<Identity> identity;
  private final Findings findings;
  private boolean compared;
  private boolean behind;

  AnchorCheck(PrefixTree tree, Optional<Identity> identity, Findings findings) {
    this.tree = tree;
    this.identity = identity;
    this.findings = findings;
  }

  /** Whether there was anything to compare with. */
  boolean compared() {
    return compared;
  }

  /** Whether a checkpoint knows more entries than were read. */
  boolean behind() {
    return behind;
  }

  void compareWith(AnchorSource anchors) {
    if (identity.isEmpty()) {
      return; // without its ID nobody can say which anchor is the case's
    }
    try {
      Optional<String> note = anchors.noteFor(identity.get().caseId());
      note.ifPresent(n -> compare("the anchor", n.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      compared = true;
      findings.add(Subject.ANCHOR, "the anchor cannot be read: " + e.getMessage());
    }
  }

  void compareWith(Path checkpointFile) {
    try (InputStream in = Files.newInputStream(checkpointFile)) {
      byte[] note = in.readNBytes(NoteReading.LARGEST);
      Optional<String> found = CopiedNote.find(note);
      compare(
          "the checkpoint " + checkpointFile,
          found.map(n -> n.getBytes(StandardCharsets.UTF_8)).orElse(note));
    } catch (IOException e) {
      compared = true;
      findings.add(Subject.ANCHOR, "the checkpoint " + checkpointFile + " cannot be read");
    }
  }

  private void compare(String name, byte[] note) {
    compared = true;
    try {
      Checkpoint checkpoint = NoteReading.parse(note);
      Optional<String> problem = identity.flatMap(i -> NoteReading.problem(checkpoint, i));
      problem.ifPresent(words -> findings.add(Subject.ANCHOR, name + ": " + words));
      compare(name, checkpoint);
    } catch (IllegalArgumentException e) {
      findings.add(Subject.ANCHOR, name + " cannot be used: " + e.getMessage());
    }
  }

  private void compare(String name, Checkpoint checkpoint) {
    long size = checkpoint.size();
    if (size > tree.size()) {
      behind = true;
      String words = name + " was made of " + size + " entries, the case has " + tree.size();
      findings.add(Subject.ANCHOR, size, words + ": the newest were cut off");
    } else if (!tree.root((int) size).equals(checkpoint.root())) {
      String words = name + " is not contained in the case: it was rewritten";
      findings.add(Subject.ANCHOR, size, words);
    }
  }
}
