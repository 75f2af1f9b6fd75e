package org.palimpsest.evidence.verify;

import java.util.Optional;

/**
 * Something that is done to a {@link ReviewedCase}, and what must come of it.
 *
 * @param name what is done
 * @param found how it is found
 * @param cause of a finding
 * @param flag of a remark
 * @param act does it
 */
record Attack(String name, Found found, Optional<Cause> cause, Optional<FlagCause> flag, Act act) {
  /** How something is found. */
  enum Found {
    ALONE,
    BY_EVERY_SIGNATURE,
    FROM_OUTSIDE,
    REMARKED
  }

  /** Does it. */
  @FunctionalInterface
  interface Act {
    void on(ReviewedCase reviewed) throws Exception;
  }

  static Attack alone(String name, Cause cause, Act act) {
    return new Attack(name, Found.ALONE, Optional.of(cause), Optional.empty(), act);
  }

  static Attack everySignature(String name, Cause cause, Act act) {
    return new Attack(name, Found.BY_EVERY_SIGNATURE, Optional.of(cause), Optional.empty(), act);
  }

  static Attack outside(String name, Cause cause, Act act) {
    return new Attack(name, Found.FROM_OUTSIDE, Optional.of(cause), Optional.empty(), act);
  }

  static Attack remarked(String name, FlagCause flag, Act act) {
    return new Attack(name, Found.REMARKED, Optional.empty(), Optional.of(flag), act);
  }

  static Act sql(String... statements) {
    return reviewed -> reviewed.lab().tamper(statements);
  }

  @Override
  public String toString() {
    String what = cause.map(Enum::name).or(() -> flag.map(Enum::name)).orElse("");
    return name + " \u2192 " + what + ", " + found.name().toLowerCase(java.util.Locale.ROOT);
  }
}
