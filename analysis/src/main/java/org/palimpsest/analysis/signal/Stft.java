package org.palimpsest.analysis.signal;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;
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
    Arrays.fill(buffer, 0);
    long start = centre - curve.length / 2;
    for (int i = 0; i < curve.length; i++) {
      long at = start + i;
      if (at >= 0 && at < clip.length()) {
        buffer[i] = clip.at((int) at) * curve[i];
      }
    }
    fft.realForward(buffer);
    int half = settings.fftSize() / 2;
    float[] levels = new float[half + 1];
    levels[0] = decibels(Math.abs(buffer[0]) * gain / 2);
    levels[half] = decibels(Math.abs(buffer[1]) * gain / 2);
    for (int k = 1; k < half; k++) {
      levels[k] = decibels(Math.hypot(buffer[2 * k], buffer[2 * k + 1]) * gain);
    }
    return levels;
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

  private static float decibels(double amplitude) {
    return amplitude < 1e-10 ? FLOOR_DB : (float) (20 * Math.log10(amplitude));
  }
}
