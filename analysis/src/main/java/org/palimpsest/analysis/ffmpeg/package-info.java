/**
 * FFmpeg's decoders and encoders, in a process of their own: a file that breaks them breaks no
 * workbench. Knows no cases, no recordings and no signal processing.
 */
package org.palimpsest.analysis.ffmpeg;
