/** Files to samples. Decoders are chosen by content, never by file name, and name themselves. */
package org.palimpsest.analysis.audio;
