package org.palimpsest.evidence.verify;

/** An entry breaks a rule that has a cause of its own. */
final class BrokenRule extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  BrokenRule(Cause cause, String words) {
    super(words);
    this.cause = cause;
  }

  /** The cause and the words of any rule that an entry breaks. */
  static Finding finding(long seq, IllegalArgumentException e) {
    return e instanceof BrokenRule rule
        ? Finding.of(rule.cause, Subject.LEDGER, seq, rule.getMessage())
        : Finding.of(
            Cause.ENTRY_MALFORMED,
            Subject.LEDGER,
            seq,
            "the entry is malformed: " + e.getMessage());
  }
}
