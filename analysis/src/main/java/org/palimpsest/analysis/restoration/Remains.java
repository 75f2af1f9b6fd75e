package org.palimpsest.analysis.restoration;

import be.tarsos.dsp.util.fft.FloatFFT;
import java.util.Arrays;
import java.util.BitSet;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.signal.Stft;
import org.palimpsest.analysis.signal.StftSettings;
import org.palimpsest.analysis.signal.Window;

/**
 * How much of a perturbation is in a recording that it was taken off. Speech knows nothing of the
 * perturbation: component by component of the short-time spectra, the phase of the one says nothing
 * of the phase of the other where the speech is weak. If a gain or a codec changed the exhibit
 * after it was protected, or if it was not protected at all, what was taken off is not what was in
 * it: then it is found there, with the sign turned round.
 *
 * <p>Noise that was added after protection is not found, nor could it be: it is like noise that was
 * there before.
 */
final class Remains {
  private static final StftSettings SETTINGS = new StftSettings(Window.HANN, 512, 512);
  private static final int HOP = 256;

  /** Windows of 25 ms that are summed up as one: a second. */
  private static final int BLOCK = 40;

  /** Blocks on each side that belong to the surroundings of a block. */
  private static final int SURROUNDINGS = 2;

  /** Standard deviations beyond which something is in there. */
  private static final double MOST = 4;

  /** The same of the single bands, as the mean of their squares, of which 1 is expected. */
  private static final double MOST_OF_BANDS = 2;

  /** Turns of taking it out; two bring nearly all. */
  private static final int ROUNDS = 3;

  /** A tenth of the perturbation must be {@link #MOST} standard deviations, or nothing is told. */
  private static final double SHARPEST = 0.1 / MOST;

  private final int windows;
  private final CommonSpectrum[] blocks;
  private final BitSet off;
  private final BitSet seen;

  private Remains(int windows, CommonSpectrum[] blocks) {
    this.windows = windows;
    this.blocks = blocks;
    off = new BitSet(windows);
    seen = new BitSet(windows);
    for (int b = 0; b < blocks.length; b++) {
      CommonSpectrum.Common around = surroundings(b).common();
      boolean there = some(around) || some(blocks[b].common());
      set(seen, b, there);
      set(off, b, around.deviation() <= SHARPEST && !there);
    }
  }

  /**
   * Looks for it.
   *
   * @param perturbation what protecting {@code restored} adds to it; as long
   */
  static Remains of(AudioClip restored, AudioClip perturbation) {
    int windows = (restored.length() + Restored.WINDOW - 1) / Restored.WINDOW;
    CommonSpectrum[] blocks = new CommonSpectrum[Math.max(1, (windows + BLOCK - 1) / BLOCK)];
    Arrays.setAll(blocks, b -> new CommonSpectrum());
    Stft stft = new Stft(SETTINGS);
    int half = SETTINGS.windowSamples() / 2;
    for (int centre = half; centre + half <= restored.length(); centre += HOP) {
      float[] speech = stft.spectrum(restored, centre);
      float[] added = stft.spectrum(perturbation, centre);
      blocks[block(centre)].add(speech, added);
    }
    return new Remains(windows, blocks);
  }

  /**
   * What is in the whole recording: a share of 0 if it is off, a negative one where more was taken
   * off than had been put on.
   */
  CommonSpectrum.Common whole() {
    return around(0, blocks.length).common();
  }

  /**
   * The windows of 25 ms in whose surroundings of 2 s on each side it is off as far as can be told;
   * not those where nothing can. A new set.
   */
  BitSet off() {
    return (BitSet) off.clone();
  }

  /** The windows of 25 ms in whose surroundings, or in whose second, it is there; a new set. */
  BitSet seen() {
    return (BitSet) seen.clone();
  }

  /**
   * What is in a recording of the perturbation, second by second and band by band where it is seen.
   * Where too much was taken off it is what must be put back, with the sign turned round. Taking it
   * out changes which components are weak, so that it is done in {@link #ROUNDS}.
   *
   * @param restored the recording of which {@link #of} was told
   * @param perturbation likewise
   */
  AudioClip signal(AudioClip restored, AudioClip perturbation) {
    AudioClip rest = restored;
    Remains there = this;
    for (int round = 0; round < ROUNDS && !seen.isEmpty(); round++) {
      if (round > 0) {
        there = of(rest, perturbation);
      }
      rest = rest.minus(there.inBands(perturbation, this));
    }
    return restored.minus(rest);
  }

  /**
   * The shares of the perturbation in a second. Where what was seen at first is gross no protector
   * did it, and all is taken out. Elsewhere it is only r, since what a protector does in proportion
   * to the speech belongs there; and r is better known from the surroundings, if they and the
   * second went through the same.
   */
  private float[] shares(int block, Remains atFirst) {
    if (!atFirst.seen.get(block * BLOCK)) {
      return new float[0];
    }
    if (atFirst.blocks[block].common().gross()) {
      return blocks[block].projections();
    }
    CommonSpectrum around = atFirst.surroundings(block);
    if (!atFirst.blocks[block].isNearerTo(around)) {
      return new float[0];
    }
    return around.common().gross()
        ? surroundings(block).projections()
        : surroundings(block).slopes();
  }

  private AudioClip inBands(AudioClip perturbation, Remains atFirst) {
    float[][] shares = new float[blocks.length][];
    Arrays.setAll(shares, b -> shares(b, atFirst));
    Stft stft = new Stft(SETTINGS);
    FloatFFT inverse = new FloatFFT(SETTINGS.fftSize());
    int half = SETTINGS.windowSamples() / 2;
    float[] sum = new float[perturbation.length()];
    for (int centre = 0; centre < sum.length + half; centre += HOP) {
      int block = Math.min(blocks.length - 1, block(centre));
      if (shares[block].length > 0) {
        float[] spectrum = stft.spectrum(perturbation, centre);
        CommonSpectrum.project(spectrum, shares[block]);
        inverse.realInverse(spectrum, true);
        int first = Math.max(0, half - centre);
        int last = Math.min(2 * half, sum.length - centre + half);
        for (int i = first; i < last; i++) {
          sum[centre - half + i] += spectrum[i];
        }
      }
    }
    return AudioClip.of(sum, perturbation.rate());
  }

  private static int block(int sample) {
    return sample / (BLOCK * Restored.WINDOW);
  }

  private void set(BitSet set, int block, boolean value) {
    set.set(block * BLOCK, Math.min(windows, (block + 1) * BLOCK), value);
  }

  private CommonSpectrum surroundings(int block) {
    int from = Math.max(0, block - SURROUNDINGS);
    return around(from, Math.min(blocks.length, block + SURROUNDINGS + 1));
  }

  private static boolean some(CommonSpectrum.Common common) {
    return common.beyondTolerance() > MOST || common.ofBands() > MOST_OF_BANDS || common.gross();
  }

  private CommonSpectrum around(int from, int to) {
    CommonSpectrum sum = new CommonSpectrum();
    for (int b = from; b < to; b++) {
      sum.add(blocks[b]);
    }
    return sum;
  }
}
