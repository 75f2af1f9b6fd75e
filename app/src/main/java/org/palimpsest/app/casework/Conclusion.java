package org.palimpsest.app.casework;

import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.evidence.format.JsonObject;

/**
 * What a completed step yields.
 *
 * @param results figures as decimal strings
 * @param signal to be stored, on the 16-bit grid
 */
record Conclusion(JsonObject results, Optional<AudioClip> signal) {}
