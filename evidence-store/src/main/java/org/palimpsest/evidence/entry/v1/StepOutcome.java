package org.palimpsest.evidence.entry.v1;

import java.util.Arrays;

/** How a step ended. A failed or cancelled step is an entry like any other. */
public enum StepOutcome {
  /** It has results. */
  COMPLETED("completed"),
  /** It broke off; the results say why. */
  FAILED("failed"),
  /** The examiner stopped it. */
  CANCELLED("cancelled"),
  /** The method says that it has nothing to say about this input. */
  NOT_APPLICABLE("not-applicable");

  private final String text;

  StepOutcome(String text) {
    this.text = text;
  }

  /** The outcome as the ledger writes it. */
  public String text() {
    return text;
  }

  /**
   * Reads {@link #text}'s form.
   *
   * @throws IllegalArgumentException for another
   */
  public static StepOutcome of(String text) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not an outcome: " + text));
  }
}
