package org.palimpsest.evidence.verify;

/**
 * Tells a changed entry from a changed checkpoint. A changed entry spoils its own checkpoint and
 * every later one; where a later one fits again, the entries are as they were signed, and the
 * checkpoint is what was changed.
 */
final class RootRun {
  private final Findings findings;
  private long first;
  private long misfits;
  private boolean genuine;

  RootRun(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param fits whether the checkpoint's root is that of the entries
   * @param signed whether its signature holds
   */
  void add(long size, boolean fits, boolean signed) {
    if (fits) {
      if (misfits > 0) {
        addEditedCheckpoints();
      }
      misfits = 0;
      return;
    }
    if (misfits == 0) {
      first = size;
      genuine = signed;
    }
    misfits++;
  }

  /** The last of them was read. */
  void end() {
    if (misfits == 1 && !genuine) {
      addEditedCheckpoints();
    } else if (misfits > 0) {
      // one change spoils every later checkpoint: the first one says where it is
      String later =
          misfits == 1
              ? ""
              : ", nor "
                  + (misfits == 2 ? "does a later one" : "do " + (misfits - 1) + " later ones");
      findings.add(
          Cause.ENTRY_EDITED,
          Subject.CHECKPOINT,
          first,
          "its root does not fit the entries" + later + ": entry " + (first - 1) + " was changed");
    }
  }

  private void addEditedCheckpoints() {
    String others = misfits == 1 ? "" : ", like " + (misfits - 1) + " after it";
    findings.add(
        Cause.CHECKPOINT_EDITED,
        Subject.CHECKPOINT,
        first,
        "its root is not that of the entries it speaks of" + others);
  }
}
