package org.palimpsest.app.evaluate;

import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.evaluation.Scenario;

/**
 * What was measured on the signals of one condition.
 *
 * @param utterances with figures
 * @param refused those without, because the method gave no signal
 */
record SignalRow(
    String protector,
    String wire,
    String condition,
    Optional<Scenario> scenario,
    int utterances,
    int refused,
    SortedMap<String, Spread> figures) {
  /** Processor time of the restoration over the duration of the speech; NaN if not restored. */
  double realTimeFactor() {
    return sum(Figure.PROCESSOR_SECONDS) / sum(Figure.SECONDS);
  }

  /** The same time in evaluations of the protector, measured on the same utterances. */
  double evaluationsOfTime() {
    return sum(Figure.PROCESSOR_SECONDS) / sum(Figure.EVALUATION_SECONDS);
  }

  private double sum(String figure) {
    Spread spread = figures.get(figure);
    return spread == null ? Double.NaN : spread.sum();
  }
}
