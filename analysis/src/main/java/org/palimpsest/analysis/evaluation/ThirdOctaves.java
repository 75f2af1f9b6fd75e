package org.palimpsest.analysis.evaluation;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;

/**
 * Envelopes of 15 one-third octave bands from 150 Hz at 10 kHz: spectra of 512 points of Hann
 * frames of 256 samples every 128, the root of the summed power of a band's bins; band edges are
 * moved to the nearest bin (Taal et al. 2011, equation 1).
 */
final class ThirdOctaves {
  private static final int BANDS = 15;
  private static final double LOWEST_CENTRE_HERTZ = 150;
  private static final int FFT = 512;
  private static final double BIN_HERTZ = 10_000.0 / FFT;

  private ThirdOctaves() {}

  /** Frames by bands. */
  static double[][] envelopes(double[] signal) {
    int frames =
        signal.length <= SpokenFrames.FRAME
            ? 0
            : (signal.length - SpokenFrames.FRAME - 1) / SpokenFrames.HOP + 1;
    double[] window = SpokenFrames.window();
    FloatFFT fft = new FloatFFT(FFT);
    float[] buffer = new float[FFT];
    double[][] envelopes = new double[frames][BANDS];
    for (int frame = 0; frame < frames; frame++) {
      Arrays.fill(buffer, 0);
      for (int i = 0; i < SpokenFrames.FRAME; i++) {
        buffer[i] = (float) (window[i] * signal[frame * SpokenFrames.HOP + i]);
      }
      fft.realForward(buffer);
      for (int band = 0; band < BANDS; band++) {
        double power = 0;
        for (int bin = edge(2 * band - 1); bin < edge(2 * band + 1); bin++) {
          // bin 0 and the last one, which lie packed together, belong to no band
          power += (double) buffer[2 * bin] * buffer[2 * bin];
          power += (double) buffer[2 * bin + 1] * buffer[2 * bin + 1];
        }
        envelopes[frame][band] = Math.sqrt(power);
      }
    }
    return envelopes;
  }

  /** The bin nearest to the lowest centre times 2^(sixths/6). */
  private static int edge(int sixths) {
    return (int) Math.rint(LOWEST_CENTRE_HERTZ * Math.pow(2, sixths / 6.0) / BIN_HERTZ);
  }
}
