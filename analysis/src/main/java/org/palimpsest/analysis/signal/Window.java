package org.palimpsest.analysis.signal;

import be.tarsos.dsp.util.fft.BlackmanWindow;
import be.tarsos.dsp.util.fft.HammingWindow;
import be.tarsos.dsp.util.fft.HannWindow;
import be.tarsos.dsp.util.fft.RectangularWindow;
import be.tarsos.dsp.util.fft.WindowFunction;

/** Window shapes for spectra. */
public enum Window {
  HANN("Hann"),
  HAMMING("Hamming"),
  BLACKMAN("Blackman"),
  RECTANGULAR("rectangular");

  private final String title;

  Window(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  float[] curve(int length) {
    return function().generateCurve(length);
  }

  private WindowFunction function() {
    return switch (this) {
      case HANN -> new HannWindow();
      case HAMMING -> new HammingWindow();
      case BLACKMAN -> new BlackmanWindow();
      case RECTANGULAR -> new RectangularWindow();
    };
  }
}
