package org.palimpsest.app.ui.playback;

/**
 * How signals are heard at a moment.
 *
 * @param source which one
 * @param gain a factor
 * @param tempo of the recording's own; below 1 it is slowed
 * @param loop whether the end is followed by the start
 */
record Listening(int source, double gain, double tempo, boolean loop) {}
