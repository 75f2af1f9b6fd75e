package org.palimpsest.analysis.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Resampling to 16 kHz")
final class ResamplerTest {
  private static final int OUT = 16_000;
  private static final double AMPLITUDE = 0.5;

  @ParameterizedTest(name = "from {0} Hz")
  @ValueSource(ints = {44_100, 48_000, 8_000, 11_025, 22_050, 96_000, 15_999, 32_000})
  @DisplayName("keeps tones of the pass band within 0.1 dB, and in phase: there is no delay")
  void keepsThePassBand(int hertz) {
    double highest = 0.9 * Math.min(OUT, hertz) / 2;
    double[] shares = hertz == 15_999 ? new double[] {0.5, 1} : new double[] {0.01, 0.3, 0.7, 1};
    for (double share : shares) {
      double frequency = Math.rint(share * highest);
      float[] out = resample(hertz, tone(hertz, frequency, hertz / 2));
      double[] fit = fit(out, frequency);
      double level = 20 * Math.log10(Math.hypot(fit[0], fit[1]) / AMPLITUDE);
      assertThat(level).as("%.0f Hz", frequency).isCloseTo(0, within(0.1));
      assertThat(Math.atan2(fit[1], fit[0]))
          .as("phase at %.0f Hz", frequency)
          .isCloseTo(0, within(1e-4));
      assertThat(fit[2]).as("all else at %.0f Hz", frequency).isLessThan(-95);
    }
  }

  @ParameterizedTest(name = "{1} Hz at {0} Hz")
  @CsvSource({
    "44100, 8050",
    "44100, 9000",
    "44100, 12000",
    "44100, 20000",
    "48000, 8050",
    "48000, 9000",
    "48000, 12000",
    "48000, 20000",
    "96000, 8050",
    "96000, 20000",
    "96000, 47000",
    "22050, 8050",
    "22050, 9000",
    "22050, 10900"
  })
  @DisplayName("folds nothing above 8 kHz back, down to -100 dB")
  void foldsNothingBack(int hertz, double frequency) {
    float[] out = resample(hertz, tone(hertz, frequency, hertz / 2));
    double energy = 0;
    for (int i = OUT / 10; i < 4 * OUT / 10; i++) {
      energy += (double) out[i] * out[i];
    }
    double rms = Math.sqrt(energy / (0.3 * OUT));
    assertThat(20 * Math.log10(rms / (AMPLITUDE / Math.sqrt(2)))).isLessThan(-100);
  }

  @ParameterizedTest(name = "{1} samples at {0} Hz")
  @CsvSource({
    "44100, 1", "44100, 44100", "44100, 44101", "48000, 1", "48000, 2", "48000, 3", "48000, 4",
    "8000, 1", "8000, 7", "11025, 1000", "96000, 5", "96000, 7", "15999, 159", "16000, 9",
    "768000, 1", "1000, 3"
  })
  @DisplayName("gives ceil(n · out / in) samples")
  void givesTheRightLength(int hertz, int length) {
    long expected = ((long) length * OUT + hertz - 1) / hertz;
    assertThat(resample(hertz, new double[length])).hasSize((int) expected);
  }

  @ParameterizedTest(name = "from {0} Hz")
  @ValueSource(ints = {44_100, 8_000, 96_000})
  @DisplayName("keeps a constant exactly, away from the ends")
  void keepsAConstant(int hertz) {
    double[] constant = new double[hertz];
    Arrays.fill(constant, 0.25);
    float[] out = resample(hertz, constant);
    for (int i = OUT / 10; i < 9 * OUT / 10; i++) {
      assertThat(out[i]).isEqualTo(0.25f);
    }
  }

  @ParameterizedTest(name = "from {0} Hz")
  @ValueSource(ints = {48_000, 8_000, 96_000, 32_000})
  @DisplayName("leaves an impulse where it is, with the same shape on both sides")
  void keepsAnImpulseInPlace(int hertz) {
    double[] impulse = new double[hertz];
    impulse[hertz / 2] = 1;
    float[] out = resample(hertz, impulse);
    int centre = OUT / 2;
    for (int i = 0; i < centre; i++) {
      assertThat(Math.abs(out[centre])).isGreaterThanOrEqualTo(Math.abs(out[i]));
      assertThat(out[centre - i])
          .isCloseTo(out[centre + Math.min(i, centre - 1)], within(i == 0 ? 0 : 1e-7f));
    }
  }

  @Test
  @DisplayName("does not touch a signal that is at 16 kHz already")
  void isTheIdentity() {
    double[] noise = noise(50_000);
    float[] out = resample(OUT, noise);
    assertThat(out).hasSize(noise.length);
    for (int i = 0; i < out.length; i++) {
      assertThat(out[i]).isEqualTo((float) noise[i]);
    }
  }

  @ParameterizedTest(name = "from {0} Hz")
  @ValueSource(ints = {44_100, 8_000, 96_000, 16_000})
  @DisplayName("does not depend on the size of the blocks that arrive")
  void isIndependentOfBlocks(int hertz) {
    double[] noise = noise(20_000);
    float[] whole = resample(hertz, noise);
    for (int block : new int[] {1, 7, 441, 8192}) {
      Resampler resampler = new Resampler(new SampleRate(hertz), SampleRate.WORKING);
      for (int start = 0; start < noise.length; start += block) {
        int end = Math.min(noise.length, start + block);
        resampler.push(Arrays.copyOfRange(noise, start, end), end - start);
      }
      assertThat(resampler.finish().toArray()).as("blocks of %d", block).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "up {0}, down {1}, {2} taps")
  @CsvSource({"1, 3, 437", "160, 441, 201", "2, 1, 146", "5, 7, 3", "16, 15, 8"})
  @DisplayName("adds up many outputs at once as one after the other, to the last bit")
  void addsInOrder(int up, int down, int taps) {
    double[][] filters = new double[up][];
    for (int phase = 0; phase < up; phase++) {
      filters[phase] = new Random(phase).doubles(taps, -1, 1).toArray();
    }
    PhaseBlock block = new PhaseBlock(up, down, taps);
    double[] input = noise(block.inputs() + 5);
    float[] output = new float[block.outputs() + 3];
    block.run(input, 5, phase -> filters[phase], output, 3);
    for (int n = 0; n < block.outputs(); n++) {
      int position = n * down;
      double sum = 0;
      for (int i = 0; i < taps; i++) {
        sum += filters[position % up][i] * input[5 + position / up + i];
      }
      assertThat(output[3 + n]).isEqualTo((float) sum);
    }
  }

  private static float[] resample(int hertz, double[] samples) {
    Resampler resampler = new Resampler(new SampleRate(hertz), SampleRate.WORKING);
    resampler.push(samples, samples.length);
    return resampler.finish().toArray();
  }

  private static double[] tone(int hertz, double frequency, int length) {
    double[] samples = new double[length];
    for (int i = 0; i < length; i++) {
      samples[i] = AMPLITUDE * Math.cos(2 * Math.PI * frequency * i / hertz);
    }
    return samples;
  }

  private static double[] noise(int length) {
    return new Random(5).doubles(length, -1, 1).toArray();
  }

  /** Cosine and sine part at {@code frequency} over 0.3 s, and the level of the rest in dB. */
  private static double[] fit(float[] out, double frequency) {
    double cc = 0;
    double cs = 0;
    double ss = 0;
    double xc = 0;
    double xs = 0;
    for (int i = OUT / 10; i < 4 * OUT / 10; i++) {
      double c = Math.cos(2 * Math.PI * frequency * i / OUT);
      double s = Math.sin(2 * Math.PI * frequency * i / OUT);
      cc += c * c;
      cs += c * s;
      ss += s * s;
      xc += out[i] * c;
      xs += out[i] * s;
    }
    double a = (xc * ss - xs * cs) / (cc * ss - cs * cs);
    double b = (xs * cc - xc * cs) / (cc * ss - cs * cs);
    double rest = 0;
    for (int i = OUT / 10; i < 4 * OUT / 10; i++) {
      double angle = 2 * Math.PI * frequency * i / OUT;
      rest += Math.pow(out[i] - a * Math.cos(angle) - b * Math.sin(angle), 2);
    }
    return new double[] {a, b, 10 * Math.log10(rest / (0.3 * OUT) / (AMPLITUDE * AMPLITUDE / 2))};
  }
}
