package org.palimpsest.analysis.audio;

import java.util.Arrays;
import java.util.Optional;

/**
 * Changes the sampling rate by a Kaiser-windowed sinc (Smith, "Digital Audio Resampling", CCRMA;
 * Kaiser's formulas for length and β). With m the lower of the two Nyquist frequencies, the pass
 * band reaches 0.9·m and the stop band begins at m, at −110 dB: to 16 kHz that is flat to 7.2 kHz,
 * and nothing folds back above −100 dB. Linear phase, no delay: output sample n lies at input time
 * n·in/out.
 *
 * <p>One stream per object; {@link #push} and {@link #finish} from one thread.
 */
final class Resampler {
  private static final double ATTENUATION_DB = 112;
  private static final double PASS_BAND = 0.9;
  private static final long LARGEST_TABLE = 12_000_000;

  private final SampleRate rate;
  private final int up;
  private final int down;
  private final boolean identity;
  private final double cutoff; // of the sinc, in cycles per input sample, doubled
  private final int half; // taps each side of the centre
  private final double beta;
  private final double[][] phases;
  private double[] input = new double[1 << 15];
  private long firstInput; // stream index of input[0]
  private int held;
  private final ArrivingSamples output = new ArrivingSamples();
  private final Optional<PhaseBlock> blocks;

  Resampler(SampleRate from, SampleRate to) {
    rate = to;
    int gcd = gcd(from.hertz(), to.hertz());
    up = to.hertz() / gcd;
    down = from.hertz() / gcd;
    identity = up == down;
    double nyquist = Math.min(1.0, (double) to.hertz() / from.hertz());
    double transition = Math.PI * nyquist * (1 - PASS_BAND);
    cutoff = nyquist * (1 + PASS_BAND) / 2;
    half = (int) Math.ceil((ATTENUATION_DB - 7.95) / (2.285 * transition) / 2) + 1;
    beta = 0.1102 * (ATTENUATION_DB - 8.7);
    boolean tabled = (long) up * (2L * half + 1) <= LARGEST_TABLE;
    phases = new double[tabled ? up : 0][];
    blocks =
        tabled && !identity
            ? Optional.of(new PhaseBlock(up, down, 2 * half + 1))
            : Optional.empty();
    firstInput = -half;
    held = half; // silence before the first sample
  }

  /** Says how many input samples will come; nothing relies on it. */
  void expect(long inputs) {
    output.expect(Math.multiplyHigh(inputs, up) == 0 ? outputs(inputs) : 0);
  }

  /** The next {@code count} input samples. */
  void push(double[] samples, int count) {
    if (identity) {
      output.add(samples, count);
      return;
    }
    append(samples, count);
    if (blocks.isPresent()) {
      drainBlocks(blocks.get());
    } else {
      drain(Long.MAX_VALUE);
    }
    discard();
  }

  private void append(double[] samples, int count) {
    if (held + count > input.length) {
      input = Arrays.copyOf(input, Math.max(held + count, 2 * input.length));
    }
    System.arraycopy(samples, 0, input, held, count);
    held += count;
  }

  /** What came out so far. */
  AudioClip soFar() {
    return output.soFar(rate);
  }

  /** Ends the stream: ceil(inputs · out / in) samples in all. */
  AudioClip finish() {
    if (!identity) {
      long outputs = outputs(firstInput + held);
      append(new double[2 * half + 2], 2 * half + 2);
      drain(outputs);
    }
    return output.whole(rate);
  }

  private long outputs(long inputs) {
    return (inputs * up + down - 1) / down;
  }

  /** Most of the work: as much as there is for whole blocks. */
  private void drainBlocks(PhaseBlock block) {
    while (output.count() % up == 0) {
      int start = (int) ((long) output.count() / up * down - half - firstInput);
      if (start + block.inputs() > held) {
        return;
      }
      block.run(input, start, this::taps, output.room(block.outputs()), output.count());
      output.wrote(block.outputs());
    }
  }

  private void drain(long outputs) {
    while (output.count() < outputs) {
      long position = (long) output.count() * down;
      long centre = position / up;
      int phase = (int) (position % up);
      int start = (int) (centre - half - firstInput);
      if (start + 2 * half + 1 > held) {
        return;
      }
      double[] taps = taps(phase);
      double sum = 0;
      for (int i = 0; i < taps.length; i++) {
        sum += taps[i] * input[start + i];
      }
      output.add(sum);
    }
  }

  /** Drops what no output needs any more, once that is worth moving the rest. */
  private void discard() {
    long start = (long) output.count() * down / up - half - firstInput;
    int count = (int) Math.min(start, held);
    if (count > held / 2) {
      System.arraycopy(input, count, input, 0, held - count);
      held -= count;
      firstInput += count;
    }
  }

  private double[] taps(int phase) {
    if (phases.length == 0) {
      return design(phase);
    }
    if (phases[phase] == null) {
      phases[phase] = design(phase);
    }
    return phases[phase];
  }

  private double[] design(int phase) {
    double offset = (double) phase / up;
    double[] taps = new double[2 * half + 1];
    double scale = Kaiser.at(beta, 0);
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      double t = i - half - offset;
      double r = t / half;
      double window = Math.abs(r) >= 1 ? 0 : Kaiser.at(beta, r) / scale;
      double x = Math.PI * cutoff * t;
      taps[i] = cutoff * (Math.abs(x) < 1e-12 ? 1 : Math.sin(x) / x) * window;
      sum += taps[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum; // the same gain for every phase: no images of a constant
    }
    return taps;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
