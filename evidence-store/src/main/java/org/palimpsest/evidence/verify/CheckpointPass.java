package org.palimpsest.evidence.verify;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.palimpsest.evidence.format.Checkpoint;

/** Takes every checkpoint once, the smallest first, and compares it with the entries. */
final class CheckpointPass implements CaseRows.CheckpointSink {
  private final PrefixTree tree;
  private final String origin;
  private final Signers signers;
  private final LongPredicate signatureNeeded;
  private final Findings findings;
  private final RootRun roots;
  private final ExtraSignatures extra;
  private long count;
  private long checked;
  private long expected = 1;
  private Optional<String> newest = Optional.empty();

  /**
   * @param origin the case's, empty if it is not known
   * @param signatureNeeded whether the signature of a checkpoint of this size is checked
   * @param extra takes the other signatures
   */
  CheckpointPass(
      PrefixTree tree,
      String origin,
      Signers signers,
      LongPredicate signatureNeeded,
      ExtraSignatures extra,
      Findings findings) {
    this.tree = tree;
    this.origin = origin;
    this.signers = signers;
    this.signatureNeeded = signatureNeeded;
    this.extra = extra;
    this.findings = findings;
    this.roots = new RootRun(findings);
  }

  SignatureCount signatures() {
    return new SignatureCount(checked, count, extra.holding());
  }

  Optional<String> newest() {
    return newest;
  }

  @Override
  public void checkpoint(long size, byte[] note) {
    count++;
    if (size < expected || note == null) {
      String words = "the row is not a size and a note of at most 64 KiB";
      findings.add(Cause.CHECKPOINT_EDITED, Subject.CHECKPOINT, size, words);
      return;
    }
    if (size > expected) {
      missing(Math.min(size - 1, tree.size()));
    }
    expected = size + 1;
    try {
      judge(size, NoteReading.parse(note));
    } catch (IllegalArgumentException e) {
      findings.add(Cause.CHECKPOINT_EDITED, Subject.CHECKPOINT, size, e.getMessage());
    }
  }

  /** Says what is wrong with the whole. */
  void end() {
    if (expected <= tree.size()) {
      missing(tree.size());
    }
    roots.end();
  }

  private void judge(long size, Checkpoint checkpoint) {
    newest = Optional.of(checkpoint.note());
    if (checkpoint.size() != size) {
      throw new IllegalArgumentException(
          "its note speaks of " + PlainWords.entries(checkpoint.size()));
    }
    if (!origin.isEmpty() && !checkpoint.origin().equals(origin)) {
      throw new IllegalArgumentException("it is of another case, " + checkpoint.origin());
    }
    if (size > tree.size()) {
      String words =
          "it was made of " + PlainWords.entries(size) + ", the case has only " + tree.size();
      findings.add(Cause.TAIL_CUT, Subject.CHECKPOINT, size, words);
      return;
    }
    boolean fits = tree.hasRoot((int) size, checkpoint.root());
    boolean genuine = judgeSignature(size, checkpoint, !fits);
    roots.add(size, fits, genuine);
  }

  private boolean judgeSignature(long size, Checkpoint checkpoint, boolean needed) {
    Optional<Person> signer = signers.ofCheckpoint(size);
    extra.see(checkpoint, signer);
    if (signer.isEmpty() || origin.isEmpty()) {
      return false;
    }
    boolean check = needed || signatureNeeded.test(size);
    checked += check ? 1 : 0;
    Optional<NoteReading.Fault> fault =
        check
            ? NoteReading.signatureFault(checkpoint, signer.get())
            : NoteReading.signerFault(checkpoint, signer.get());
    fault.ifPresent(f -> findings.add(f.cause(), Subject.CHECKPOINT, size, f.words()));
    return fault.isEmpty();
  }

  private void missing(long last) {
    if (expected <= last) {
      String words =
          expected == last
              ? "the checkpoint of size " + last + " is missing"
              : "the checkpoints of size " + expected + " to " + last + " are missing";
      findings.add(Cause.CHECKPOINT_MISSING, Subject.CHECKPOINT, expected, words);
    }
  }
}
