package org.palimpsest.app.casework;

import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.evidence.entry.v1.StepOutcome;
import org.palimpsest.evidence.format.JsonObject;

/** How a step ended, in the words of the ledger. */
record Ending(
    StepOutcome outcome,
    JsonObject results,
    Optional<AudioClip> signal,
    Optional<Confidence> confidence,
    Optional<String> message,
    Optional<Outcome.Cause> cause) {

  private static Ending without(
      StepOutcome outcome, Optional<String> message, Optional<Outcome.Cause> cause) {
    return new Ending(
        outcome, JsonObject.empty(), Optional.empty(), Optional.empty(), message, cause);
  }

  /** Reads an outcome of the analysis. */
  static final class Reader implements Outcome.Visitor<Conclusion, Ending> {
    @Override
    public Ending completed(Conclusion value) {
      return new Ending(
          StepOutcome.COMPLETED,
          value.results(),
          value.signal(),
          value.confidence(),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public Ending failed(Outcome.Cause cause, String line) {
      return without(StepOutcome.FAILED, Optional.of(line), Optional.of(cause));
    }

    @Override
    public Ending cancelled() {
      return without(StepOutcome.CANCELLED, Optional.empty(), Optional.empty());
    }

    @Override
    public Ending notApplicable(String reason) {
      return without(StepOutcome.NOT_APPLICABLE, Optional.of(reason), Optional.empty());
    }
  }
}
