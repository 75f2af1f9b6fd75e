/**
 * Measures of speech over time, frame by frame on a stretch of a clip: pitch, formants, intensity,
 * speech activity; and the long-term average spectrum. Defined as in Praat where Praat has them.
 */
package org.palimpsest.analysis.measure;
