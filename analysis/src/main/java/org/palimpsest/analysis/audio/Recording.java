package org.palimpsest.analysis.audio;

/**
 * A decoded recording.
 *
 * @param facts of the file
 * @param channel the channel taken, counted from 1
 * @param clip that channel at {@link SampleRate#WORKING}
 * @param overloads samples of that channel at or beyond full scale in the file
 */
public record Recording(AudioFacts facts, int channel, AudioClip clip, long overloads) {}
