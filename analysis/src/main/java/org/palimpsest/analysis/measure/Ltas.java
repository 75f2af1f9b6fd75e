package org.palimpsest.analysis.measure;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * The long-term average spectrum: mean power density in bands of one width, one-sided, in dB re
 * 1/Hz where a full-scale square wave has power 1; with {@link IntensityTracker#PASCAL_OFFSET_DB}
 * added, what Praat's "To Ltas" reads. Spectra of Hann windows at three quarters overlap are
 * summed, so that every sample counts alike and a range of any length needs bounded memory.
 * Immutable.
 *
 * @param bandHertz width of a band; band k reaches from k·width to (k + 1)·width
 */
public record Ltas(double bandHertz, @SuppressWarnings("ArrayRecordComponent") double[] densityDb) {
  /** What silence reads. */
  public static final double FLOOR_DB = -300;

  private static final double BINS_IN_BAND = 16;
  private static final int LONGEST_FFT = 1 << 18;

  /** Of a range of a clip; silence reads {@link #FLOOR_DB}. */
  public static Ltas of(AudioClip clip, SampleRange range, double bandHertz) {
    double rate = clip.rate().hertz();
    if (!(bandHertz >= rate * BINS_IN_BAND / LONGEST_FFT) || bandHertz > rate / 2) {
      throw new IllegalArgumentException("bands of " + bandHertz + " Hz");
    }
    int size = Integer.highestOneBit((int) Math.ceil(BINS_IN_BAND * rate / bandHertz)) * 2;
    double[] energies = energies(clip, range, size);
    double[] density = new double[(int) Math.ceil(rate / 2 / bandHertz)];
    int[] bins = new int[density.length];
    for (int k = 0; k <= size / 2; k++) {
      int band = (int) Math.min(density.length - 1.0, k * rate / size / bandHertz);
      density[band] += energies[k];
      bins[band]++;
    }
    for (int band = 0; band < density.length; band++) {
      double perHertz = density[band] / bins[band] / rate / Math.max(1, range.length());
      density[band] = perHertz < 1e-30 ? FLOOR_DB : 10 * Math.log10(perHertz);
    }
    return new Ltas(bandHertz, density);
  }

  /** One-sided |X|² of each bin, over all windows, as if each sample had been weighted by 1. */
  private static double[] energies(AudioClip clip, SampleRange range, int size) {
    double[] window = new double[size];
    double weight = 0;
    for (int i = 0; i < size; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
      weight += window[i] * window[i];
    }
    int hop = size / 4;
    double scale = hop / weight; // Σ of the squared windows over a sample is weight / hop
    double[] sums = new double[size / 2 + 1];
    float[] buffer = new float[size];
    FloatFFT fft = new FloatFFT(size);
    for (long start = (long) range.start() - size + hop; start < range.end(); start += hop) {
      Arrays.fill(buffer, 0);
      int from = (int) Math.max(0, range.start() - start);
      int to = (int) Math.min(size, range.end() - start);
      for (int i = from; i < to; i++) {
        buffer[i] = (float) (clip.at((int) (start + i)) * window[i]);
      }
      fft.realForward(buffer);
      sums[0] += scale * buffer[0] * buffer[0];
      sums[size / 2] += scale * buffer[1] * buffer[1];
      for (int k = 1; k < size / 2; k++) {
        double re = buffer[2 * k];
        double im = buffer[2 * k + 1];
        sums[k] += 2 * scale * (re * re + im * im);
      }
    }
    return sums;
  }

  /** In the middle of a band. */
  public double centreHertz(int band) {
    return (band + 0.5) * bandHertz;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ltas that
        && bandHertz == that.bandHertz
        && Arrays.equals(densityDb, that.densityDb);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(densityDb);
  }
}
