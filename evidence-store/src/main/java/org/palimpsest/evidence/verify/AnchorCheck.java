package org.palimpsest.evidence.verify;

import java.util.Optional;
import org.palimpsest.evidence.format.Checkpoint;
import org.palimpsest.evidence.format.Sha256;

/** Compares a case with a checkpoint that lay outside it: only that shows that a tail was cut. */
final class AnchorCheck {
  private final PrefixTree tree;
  private final CaseHistory history;
  private final Signers signers;
  private final Findings findings;
  private final Flags flags;

  AnchorCheck(
      PrefixTree tree, CaseHistory history, Signers signers, Findings findings, Flags flags) {
    this.tree = tree;
    this.history = history;
    this.signers = signers;
    this.findings = findings;
    this.flags = flags;
  }

  void compare(OutsideCheckpoint outside) {
    String name = outside.name();
    outside.problem().ifPresent(words -> add(Cause.CHECKPOINT_UNUSABLE, words));
    outside.signed().ifPresent(checkpoint -> compareSigned(name, checkpoint));
    outside.typed().ifPresent(typed -> compareTyped(name, typed));
  }

  private void compareSigned(String name, Checkpoint checkpoint) {
    if (isOfAnotherCase(name, checkpoint.origin())) {
      return;
    }
    Optional<NoteReading.Fault> fault = signatureFault(checkpoint);
    fault.ifPresent(f -> add(f.cause(), name + ": " + f.words()));
    // what nobody of the case signed shows nothing of the case; a swapped key does show something
    if (fault.filter(f -> f.cause() == Cause.SIGNATURE_INVALID).isEmpty()) {
      compare(name, checkpoint.size(), checkpoint.root());
    }
  }

  private void compareTyped(String name, TypedCheckpoint typed) {
    if (typed.origin().isPresent() && isOfAnotherCase(name, typed.origin().get())) {
      return;
    }
    String unsigned = "; the typed text has no signature";
    if (compare(name + unsigned + ", and", typed.size(), typed.root())) {
      flags.add(FlagCause.NO_SIGNATURE, name + ": the root fits" + unsigned);
    }
  }

  private boolean isOfAnotherCase(String name, String origin) {
    Optional<String> own = history.identity().map(Identity::origin);
    boolean other = own.isPresent() && !own.get().equals(origin);
    if (other) {
      add(Cause.OTHER_CASE, name + ": it is of another case, " + origin);
    }
    return other;
  }

  /** The signer is the actor of its newest entry; where that is gone, anybody of the case. */
  private Optional<NoteReading.Fault> signatureFault(Checkpoint checkpoint) {
    Optional<Person> signer = signers.ofCheckpoint(checkpoint.size());
    if (signer.isPresent()) {
      return NoteReading.signatureFault(checkpoint, signer.get());
    }
    if (history.people().isEmpty()) {
      return Optional.empty();
    }
    Optional<NoteReading.Fault> fault = Optional.empty();
    for (Person person : history.people().get().all()) {
      fault = NoteReading.signatureFault(checkpoint, person);
      if (fault.isEmpty()) {
        return fault;
      }
    }
    return fault;
  }

  private boolean compare(String name, long size, Sha256 root) {
    if (size > tree.size()) {
      addShorter(name, size);
      return false;
    }
    if (!tree.hasRoot((int) size, root)) {
      String words =
          name
              + " is not contained in the case: its first "
              + (size == 1 ? "entry is not the one" : size + " entries are not those")
              + " that it was made of";
      findings.add(Cause.REWRITTEN, Subject.ANCHOR, size, words);
      return false;
    }
    return true;
  }

  /** A cut and an old copy look alike in the ledger; what was left lying about tells them apart. */
  private void addShorter(String name, long size) {
    String words =
        name
            + " was made of "
            + PlainWords.entries(size)
            + ", the case has "
            + tree.size()
            + ": it is older by "
            + PlainWords.entries(size - tree.size());
    boolean traces =
        flags.has(FlagCause.ORPHAN_BLOB)
            || flags.has(FlagCause.REPORT_NOT_ISSUED)
            || findings.has(Cause.SCHEMA_CHANGED)
            || findings.has(Cause.TAIL_CUT);
    findings.add(
        traces ? Cause.TAIL_CUT : Cause.OLD_COPY,
        Subject.ANCHOR,
        size,
        traces
            ? words + "; the newest were cut off, and left traces"
            : words + "; an older copy was put back, or the newest were cut off");
  }

  private void add(Cause cause, String words) {
    findings.add(cause, Subject.ANCHOR, words);
  }
}
