package org.palimpsest.analysis.measure;

import java.util.List;

/**
 * What was found in a frame.
 *
 * @param loudness its peak as a share of the clip's, at most 1
 * @param whole whether its window lies within the clip
 */
record PitchFrame(List<PitchCandidate> candidates, double loudness, boolean whole) {
  static final PitchFrame OUTSIDE = new PitchFrame(List.of(PitchCandidate.UNVOICED), 0, false);
}
