package org.palimpsest.analysis.signal;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.palimpsest.analysis.audio.AudioClip;

/**
 * Short-time Fourier transform through TarsosDSP. Levels are those of sines: a sine of amplitude a
 * on a bin reads 20·log10(a) dBFS under every window, because each spectrum is divided by the sum
 * of its window. One object per thread: the transform's buffer is reused.
 */
public final class Stft {
  /** What digital silence reads. */
  public static final float FLOOR_DB = -200;

  private final StftSettings settings;
  private final float[] curve;
  private final double gain;
  private final FloatFFT fft;
  private final float[] buffer;

  public Stft(StftSettings settings) {
    this.settings = settings;
    this.curve = settings.window().curve(settings.windowSamples());
    double sum = 0;
    for (float weight : curve) {
      sum += weight;
    }
    this.gain = 2 / sum;
    this.fft = new FloatFFT(settings.fftSize());
    this.buffer = new float[settings.fftSize()];
  }

  /**
   * The spectrum around {@code centre}; outside the clip there is silence.
   *
   * @return {@link StftSettings#bins} levels in dBFS, from 0 Hz to half the rate
   */
  public float[] levels(AudioClip clip, long centre) {
    double[] greatest = new double[settings.bins()];
    raise(greatest, clip, centre);
    return decibels(greatest);
  }

  /**
   * The loudest of {@code count} spectra in each bin.
   *
   * @param centre of each of them, from its number
   */
  public float[] loudest(AudioClip clip, int count, IntToLongFunction centre) {
    double[] greatest = new double[settings.bins()];
    for (int s = 0; s < count; s++) {
      raise(greatest, clip, centre.applyAsLong(s));
    }
    return decibels(greatest);
  }

  /**
   * Squares of amplitudes, to those of a sine of amplitude 1; a logarithm costs more than these.
   */
  private void raise(double[] greatest, AudioClip clip, long centre) {
    transform(clip, centre);
    int half = settings.fftSize() / 2;
    double scale = gain * gain;
    double edge = scale / 4;
    greatest[0] = Math.max(greatest[0], (double) buffer[0] * buffer[0] * edge);
    greatest[half] = Math.max(greatest[half], (double) buffer[1] * buffer[1] * edge);
    for (int k = 1; k < half; k++) {
      double re = buffer[2 * k];
      double im = buffer[2 * k + 1];
      greatest[k] = Math.max(greatest[k], (re * re + im * im) * scale);
    }
  }

  /**
   * The complex spectrum around {@code centre}, unscaled: real and imaginary parts of the bins in
   * turn, except that the first two values are the real parts at 0 Hz and at half the rate.
   *
   * @return {@link StftSettings#fftSize} values; a copy
   */
  public float[] spectrum(AudioClip clip, long centre) {
    transform(clip, centre);
    return buffer.clone();
  }

  private void transform(AudioClip clip, long centre) {
    long start = centre - curve.length / 2;
    int from = (int) Math.max(0, Math.min(curve.length, -start));
    int to = (int) Math.max(from, Math.min(curve.length, clip.length() - start));
    Arrays.fill(buffer, 0, from, 0);
    Arrays.fill(buffer, to, buffer.length, 0);
    for (int i = from; i < to; i++) {
      buffer[i] = clip.at((int) (start + i)) * curve[i];
    }
    fft.realForward(buffer);
  }

  /**
   * The level at one frequency, which need not be that of a bin: the Fourier transform of the
   * windowed samples there, in dBFS. At 0 and at half the rate it is that of a constant.
   *
   * @param turns cycles a sample, 0 to 0.5
   */
  public double level(AudioClip clip, long centre, double turns) {
    long start = centre - curve.length / 2;
    double re = 0;
    double im = 0;
    for (int i = 0; i < curve.length; i++) {
      long at = start + i;
      if (at >= 0 && at < clip.length()) {
        double value = clip.at((int) at) * (double) curve[i];
        re += value * Math.cos(2 * Math.PI * turns * i);
        im -= value * Math.sin(2 * Math.PI * turns * i);
      }
    }
    boolean end = turns == 0 || turns == 0.5;
    return decibels(Math.hypot(re, im) * (end ? gain / 2 : gain));
  }

  private static float[] decibels(double... squares) {
    float[] levels = new float[squares.length];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = squares[k] < 1e-20 ? FLOOR_DB : (float) (10 * Math.log10(squares[k]));
    }
    return levels;
  }

  private static float decibels(double amplitude) {
    return amplitude < 1e-10 ? FLOOR_DB : (float) (20 * Math.log10(amplitude));
  }
}
