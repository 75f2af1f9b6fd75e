package org.palimpsest.analysis.signal;

import be.tarsos.dsp.util.fft.BlackmanWindow;
import be.tarsos.dsp.util.fft.GaussWindow;
import be.tarsos.dsp.util.fft.HammingWindow;
import be.tarsos.dsp.util.fft.HannWindow;
import be.tarsos.dsp.util.fft.RectangularWindow;
import be.tarsos.dsp.util.fft.WindowFunction;

/** Window shapes for spectra. */
public enum Window {
  HANN("Hann"),
  HAMMING("Hamming"),
  BLACKMAN("Blackman"),
  /** Of a width at which its ends have fallen by 70 dB. */
  GAUSSIAN("Gaussian"),
  RECTANGULAR("rectangular");

  private static final double GAUSS_WIDTH = 0.25;

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
      case GAUSSIAN -> new GaussWindow(GAUSS_WIDTH);
      case RECTANGULAR -> new RectangularWindow();
    };
  }
}
