package org.palimpsest.app.casework;

import java.util.BitSet;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a completed step yields.
 *
 * @param results figures as decimal strings
 * @param signal to be stored, on the 16-bit grid
 * @param unsettled windows of the signal that the method does not vouch for
 * @param confidence how far the signal can be believed, where the method says so
 */
record Conclusion(
    JsonObject results,
    Optional<AudioClip> signal,
    BitSet unsettled,
    Optional<Confidence> confidence) {
  Conclusion(JsonObject results, Optional<AudioClip> signal) {
    this(results, signal, new BitSet(), Optional.empty());
  }

  /** Windows whose samples may differ from one run to the next on another processor. */
  BitSet doubtful() {
    BitSet doubtful = (BitSet) unsettled.clone();
    confidence.ifPresent(track -> doubtful.or(track.ambiguous()));
    return doubtful;
  }
}
