package org.palimpsest.app.evaluate;

import java.util.Optional;
import org.palimpsest.analysis.evaluation.Interval;
import org.palimpsest.analysis.evaluation.Scenario;

/**
 * How well an encoder tells speakers apart, enrolled in one condition and tested in another.
 *
 * @param rate equal error rate from 0 to 1; NaN where a sort of trial is missing
 * @param meanSame mean cosine of trials of one speaker
 */
record VerificationRow(
    String protector,
    String wire,
    String encoder,
    Judge.Box box,
    String trials,
    Optional<Scenario> scenario,
    int same,
    int different,
    double rate,
    Optional<Interval> interval,
    double meanSame) {}
