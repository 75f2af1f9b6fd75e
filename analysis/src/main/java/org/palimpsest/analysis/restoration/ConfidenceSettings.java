package org.palimpsest.analysis.restoration;

/**
 * How disagreement and rehearsal become a bound; docs/methods/inversion.md says on what it was
 * tuned.
 *
 * @param boundFactor times what is expected of a window
 * @param ambiguousLsb disagreement from which a window is called ambiguous, in steps of 16 bit
 * @param certainDoubt probability of an error below which a sample is called certain
 */
record ConfidenceSettings(double boundFactor, double ambiguousLsb, double certainDoubt) {}
