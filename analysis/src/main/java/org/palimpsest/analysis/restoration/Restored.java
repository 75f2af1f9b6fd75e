package org.palimpsest.analysis.restoration;

import java.util.SortedMap;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * A restored signal and what was measured on it.
 *
 * @param signal on the 16-bit grid, at 16 kHz, as long as its input
 * @param figures by name; each name ends in its unit where it has one ({@code Db}, {@code Share})
 */
public record Restored(AudioClip signal, SortedMap<String, Double> figures) {}
