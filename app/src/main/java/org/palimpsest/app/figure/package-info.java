/** Tracks, long-term spectra and figures: drawn with one pen on the screen and on paper. */
package org.palimpsest.app.figure;
