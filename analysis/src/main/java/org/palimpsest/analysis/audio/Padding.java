package org.palimpsest.analysis.audio;

import java.util.OptionalLong;

/**
 * What a lossy coder put around the sound, and what the file promises without it.
 *
 * @param declaredFrames samples of each channel; empty where the file promises nothing
 * @param skippedAtStart samples of each channel that were decoded and left out, as the file asks
 * @param skippedAtEnd the same, behind the sound
 */
public record Padding(OptionalLong declaredFrames, long skippedAtStart, long skippedAtEnd) {}
