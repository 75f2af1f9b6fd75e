package org.palimpsest.app.evaluate;

import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.restoration.RestorationRequest;

/**
 * A way to take one protector off, with its packages, and what whoever does it knows.
 *
 * @param words how the evaluation names it
 */
record Removal(String words, RestorationRequest request, Scenario scenario) {
  /** The condition of its results. */
  String condition() {
    return Condition.RESTORED + " " + words;
  }
}
