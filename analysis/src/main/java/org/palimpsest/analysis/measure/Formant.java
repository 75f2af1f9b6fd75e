package org.palimpsest.analysis.measure;

/**
 * A resonance.
 *
 * @param hertz its frequency
 * @param bandwidthHertz its width at −3 dB: wide ones are doubtful
 */
public record Formant(double hertz, double bandwidthHertz) {}
