package org.palimpsest.app.evaluate;

import java.util.Optional;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.restoration.Restored;

/** How a restoration ended: with a signal, cancelled, or with a line that says why not. */
record Attempt(Optional<Restored> restored, boolean cancelled, String line) {
  /** Reads an outcome. */
  static final class Reader implements Outcome.Visitor<Restored, Attempt> {
    @Override
    public Attempt completed(Restored value) {
      return new Attempt(Optional.of(value), false, "");
    }

    @Override
    public Attempt failed(Outcome.Cause cause, String line) {
      if (cause == Outcome.Cause.DEFECT) {
        throw new IllegalStateException(line); // a defect is no figure
      }
      return new Attempt(Optional.empty(), false, line);
    }

    @Override
    public Attempt cancelled() {
      return new Attempt(Optional.empty(), true, "cancelled");
    }

    @Override
    public Attempt notApplicable(String reason) {
      return new Attempt(Optional.empty(), false, reason);
    }
  }
}
