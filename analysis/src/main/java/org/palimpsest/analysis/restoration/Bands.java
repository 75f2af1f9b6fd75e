package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.analysis.signal.Window;

/**
 * Frequency bands that an exhibit lost after protection, as a telephone or a codec takes them away:
 * it holds less energy there than the perturbation alone would have. What is not there must not be
 * subtracted.
 */
final class Bands {
  static final int COUNT = 32;

  private static final StftSettings SETTINGS = new StftSettings(Window.HANN, 512, 512);
  private static final int HOP = 512;
  private static final int BINS = SETTINGS.bins() / COUNT;

  /** Of the perturbation's energy: below this it cannot be in there, whatever the speech adds. */
  private static final double LEAST = 0.25;

  private Bands() {}

  /** The bands, each a {@link #COUNT}th of 0 to 8 kHz, that the exhibit lost. */
  static BitSet missing(float[] exhibit, float[] perturbation) {
    double[] there = energies(exhibit);
    double[] expected = energies(perturbation);
    BitSet missing = new BitSet(COUNT);
    for (int band = 0; band < COUNT; band++) {
      missing.set(band, there[band] < LEAST * expected[band]);
    }
    return missing;
  }

  private static double[] energies(float[] signal) {
    AudioClip clip = AudioClip.of(signal, SampleRate.WORKING);
    Stft stft = new Stft(SETTINGS);
    double[] energies = new double[COUNT];
    for (long centre = HOP / 2; centre < signal.length; centre += HOP) {
      float[] levels = stft.levels(clip, centre);
      for (int bin = 0; bin < COUNT * BINS; bin++) {
        energies[bin / BINS] += levels[bin] <= Stft.FLOOR_DB ? 0 : Math.pow(10, levels[bin] / 10);
      }
    }
    return energies;
  }
}
