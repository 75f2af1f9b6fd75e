package org.palimpsest.analysis.ffmpeg;

/**
 * How to code a signal.
 *
 * @param encoder FFmpeg's name of it, such as {@code "libmp3lame"}
 * @param container FFmpeg's name of it, such as {@code "mp3"}
 * @param bitsPerSecond aimed at; 0 where the coding has but one rate
 */
public record Coding(String encoder, String container, int bitsPerSecond) {}
