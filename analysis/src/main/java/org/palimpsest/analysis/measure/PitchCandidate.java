package org.palimpsest.analysis.measure;

/**
 * What a frame's pitch may be.
 *
 * @param hertz 0 for "unvoiced"
 * @param strength its autocorrelation, 0 to 1
 */
record PitchCandidate(double hertz, double strength) {
  static final PitchCandidate UNVOICED = new PitchCandidate(0, 0);

  boolean voiced() {
    return hertz > 0;
  }
}
