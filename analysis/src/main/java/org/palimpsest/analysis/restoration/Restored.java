package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * A restored signal and what was measured on it.
 *
 * @param signal on the 16-bit grid, at 16 kHz, as long as its input
 * @param figures by name; each name ends in its unit where it has one ({@code Db}, {@code Share})
 * @param unsettled the 25 ms windows (400 samples) in which the computation did not settle
 * @param confidence how far it can be believed, where the method can say
 */
public record Restored(
    AudioClip signal,
    SortedMap<String, Double> figures,
    BitSet unsettled,
    Optional<Confidence> confidence) {
  /** Samples in a window of {@code unsettled}. */
  public static final int WINDOW = 400;

  /** Keeps a copy of {@code unsettled}. */
  public Restored {
    unsettled = (BitSet) unsettled.clone();
  }

  /** A copy. */
  @Override
  public BitSet unsettled() {
    return (BitSet) unsettled.clone();
  }
}
