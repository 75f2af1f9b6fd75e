package org.palimpsest.analysis.ffmpeg;

import java.util.Random;

/** Sounds by formula. */
public final class TestSignal {
  private TestSignal() {}

  /** A rising tone over noise, from 100 Hz to a quarter of the rate, at a tenth of full scale. */
  public static short[] sweep(int samples) {
    Random random = new Random(samples);
    short[] codes = new short[samples];
    for (int i = 0; i < samples; i++) {
      double turn = (double) i / samples;
      double tone = Math.sin(Math.PI * (0.0125 + 0.25 * turn) * i);
      codes[i] = (short) Math.rint(3000 * tone + 300 * random.nextGaussian());
    }
    return codes;
  }
}
