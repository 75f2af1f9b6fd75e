/**
 * What runs in FFmpeg's own process: the only room that knows its libraries. Reads standard input,
 * answers on standard output, opens no file and no connection.
 */
package org.palimpsest.analysis.ffmpeg.child;
