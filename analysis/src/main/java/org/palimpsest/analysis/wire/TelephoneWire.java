package org.palimpsest.analysis.wire;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.G711;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.evaluation.Wire;

/**
 * A telephone line: 8 kHz, 300 to 3400 Hz, and with {@code companded} the µ-law of ITU-T G.711. The
 * band is that of a linear-phase filter (sinc in a Blackman window), centred, so without delay.
 */
record TelephoneWire(boolean companded) implements Wire {
  private static final int HERTZ = 8_000;
  private static final double LOW_HERTZ = 300;
  private static final double HIGH_HERTZ = 3_400;
  private static final int HALF = 160;

  @Override
  public String id() {
    return companded ? "telephone-mu-law" : "telephone";
  }

  @Override
  public String words() {
    return "8 kHz, 300 to 3400 Hz, " + (companded ? "G.711 µ-law" : "16 bit");
  }

  @Override
  public AudioClip carry(AudioClip sent) {
    AudioClip line = band(sent.resampled(new SampleRate(HERTZ)));
    return Pcm16.round(Fitted.to(sent, line.resampled(sent.rate())));
  }

  private AudioClip band(AudioClip clip) {
    double[] taps = taps();
    float[] in = clip.toArray();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      double sum = 0;
      int first = Math.max(0, i - HALF);
      int last = Math.min(in.length - 1, i + HALF);
      for (int j = first; j <= last; j++) {
        sum += in[j] * taps[i - j + HALF];
      }
      short code = Pcm16.code(sum);
      out[i] = (companded ? G711.muLaw(code) : code) / 32768f;
    }
    return AudioClip.of(out, clip.rate());
  }

  private static double[] taps() {
    double[] taps = new double[2 * HALF + 1];
    for (int i = 0; i < taps.length; i++) {
      double phase = 2 * Math.PI * i / (taps.length - 1);
      double window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
      taps[i] = window * (lowPass(i - HALF, HIGH_HERTZ) - lowPass(i - HALF, LOW_HERTZ));
    }
    return taps;
  }

  private static double lowPass(int n, double hertz) {
    double edge = 2 * hertz / HERTZ;
    return n == 0 ? edge : Math.sin(Math.PI * edge * n) / (Math.PI * n);
  }
}
