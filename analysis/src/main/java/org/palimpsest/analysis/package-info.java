/**
 * Audio to numbers: decoding, signal processing, model packages, restoration and comparison.
 *
 * <p>Knows nothing of cases, databases or windows.
 */
package org.palimpsest.analysis;
