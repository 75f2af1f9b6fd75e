/** The signals: waveform over spectrogram, one time axis for all. */
package org.palimpsest.app.ui.lanes;
