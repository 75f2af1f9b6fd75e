package org.palimpsest.analysis.measure;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;

/** Autocorrelation of one window after the other through an FFT. One object per thread. */
final class Autocorrelation {
  private final FloatFFT fft;
  private final float[] buffer;

  /**
   * @param window longest signal
   * @param lags for which values are right
   */
  Autocorrelation(int window, int lags) {
    int size = Integer.highestOneBit(Math.max(2, window + lags) - 1) * 2;
    fft = new FloatFFT(size);
    buffer = new float[size];
  }

  /** For lags from 0 to {@code lags}, divided by that of lag 0; only zeros for silence. */
  double[] of(double[] signal, int lags) {
    Arrays.fill(buffer, 0);
    double loudest = 0;
    for (double value : signal) {
      loudest = Math.max(loudest, Math.abs(value));
    }
    double[] result = new double[lags + 1];
    if (!(loudest > 0)) {
      return result;
    }
    for (int i = 0; i < signal.length; i++) {
      buffer[i] = (float) (signal[i] / loudest);
    }
    fft.realForward(buffer);
    buffer[0] *= buffer[0];
    buffer[1] *= buffer[1];
    for (int k = 2; k < buffer.length; k += 2) {
      buffer[k] = buffer[k] * buffer[k] + buffer[k + 1] * buffer[k + 1];
      buffer[k + 1] = 0;
    }
    fft.realInverse(buffer, true);
    for (int i = 0; i <= lags; i++) {
      result[i] = (double) buffer[i] / buffer[0];
    }
    return result;
  }
}
