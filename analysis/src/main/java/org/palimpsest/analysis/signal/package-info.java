/** Pure functions on samples: spectra, levels, signal-to-noise ratios. */
package org.palimpsest.analysis.signal;
