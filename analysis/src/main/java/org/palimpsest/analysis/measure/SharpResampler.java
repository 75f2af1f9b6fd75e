package org.palimpsest.analysis.measure;

import org.palimpsest.analysis.audio.AudioClip;

/**
 * Reads a clip at another rate, flat almost up to the lower of the two Nyquist frequencies, as
 * linear prediction needs it: a predictor would spend its poles on the slope of a gentler filter. A
 * sinc of {@value #CROSSINGS} zero crossings each side under a Hann window (as Praat's "Resample",
 * whose sinc is Hann-windowed, too). Output sample m lies at the input position m·in/out, wherever
 * reading begins; outside the clip there is silence. One object per thread.
 */
final class SharpResampler {
  private static final int CROSSINGS = 1000;

  private final int in;
  private final int out;
  private final double cutoff; // as a share of the input's Nyquist frequency
  private final int half;
  private final double[][] phases;

  SharpResampler(int inHertz, int outHertz) {
    int gcd = gcd(inHertz, outHertz);
    in = inHertz / gcd;
    out = outHertz / gcd;
    cutoff = Math.min(1.0, (double) outHertz / inHertz);
    half = (int) Math.ceil(CROSSINGS / cutoff);
    phases = new double[out][];
  }

  /** Output samples {@code first} to {@code first + count − 1}. */
  double[] read(AudioClip clip, long first, int count) {
    double[] result = new double[count];
    for (int m = 0; m < count; m++) {
      long position = (first + m) * in;
      long centre = Math.floorDiv(position, out);
      double[] taps = taps((int) Math.floorMod(position, (long) out));
      long from = centre - half;
      int begin = (int) Math.max(0, -from);
      int end = (int) Math.min(taps.length, clip.length() - from);
      double sum = 0;
      for (int i = begin; i < end; i++) {
        sum += taps[i] * clip.at((int) (from + i));
      }
      result[m] = sum;
    }
    return result;
  }

  private double[] taps(int phase) {
    if (phases[phase] == null) {
      double[] taps = new double[2 * half + 2];
      for (int i = 0; i < taps.length; i++) {
        double t = i - half - (double) phase / out;
        double x = Math.PI * cutoff * t;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * t / (half + 1));
        taps[i] = cutoff * (x == 0 ? 1 : Math.sin(x) / x) * window;
      }
      phases[phase] = taps;
    }
    return phases[phase];
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
