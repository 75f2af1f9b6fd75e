package org.palimpsest.app.evaluate;

import java.util.Optional;
import org.palimpsest.analysis.evaluation.Purification;
import org.palimpsest.analysis.evaluation.Scenario;

/** The conditions of a recording, by the names of arXiv 2412.09195. */
final class Condition {
  /** As recorded. */
  static final String RECORDED = "rec";

  /** Protected, and sent over the wire. */
  static final String PROTECTED = "adv";

  /** Restored; the method follows. */
  static final String RESTORED = "rst";

  private Condition() {}

  /** What is known in a condition; empty where nothing was taken off. */
  static Optional<Scenario> scenario(String condition, Defence defence) {
    for (Removal removal : defence.removals()) {
      if (removal.condition().equals(condition)) {
        return Optional.of(removal.scenario());
      }
    }
    return Purification.baselines().stream().anyMatch(p -> p.id().equals(condition))
        ? Optional.of(Scenario.IGNORANT)
        : Optional.empty();
  }
}
