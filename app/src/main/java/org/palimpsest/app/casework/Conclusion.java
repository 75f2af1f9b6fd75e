package org.palimpsest.app.casework;

import java.util.BitSet;
import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a completed step yields.
 *
 * @param results figures as decimal strings
 * @param signal to be stored, on the 16-bit grid
 * @param unsettled windows of the signal that the method does not vouch for
 */
record Conclusion(JsonObject results, Optional<AudioClip> signal, BitSet unsettled) {
  Conclusion(JsonObject results, Optional<AudioClip> signal) {
    this(results, signal, new BitSet());
  }
}
