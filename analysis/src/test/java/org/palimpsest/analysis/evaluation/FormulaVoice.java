package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;

/** The signals of {@code estoi_reference.py}: by formula, no speech. */
final class FormulaVoice {
  static final int SECONDS = 3;

  private FormulaVoice() {}

  /** A linear congruential generator, as values from -1 to 1. */
  static double[] noise(int n, long state) {
    double[] values = new double[n];
    long now = state;
    for (int i = 0; i < n; i++) {
      now = (1664525 * now + 1013904223) % (1L << 32);
      values[i] = now / (double) (1L << 31) - 1;
    }
    return values;
  }

  static double[] voice(int rate) {
    int n = SECONDS * rate;
    double[] faint = noise(n, 1);
    double[] voice = new double[n];
    for (int i = 0; i < n; i++) {
      double t = (double) i / rate;
      double phase = 2 * Math.PI * (120 * t + 10 * Math.sin(2 * Math.PI * 0.7 * t));
      double tone = 0;
      for (int h = 1; h <= 12; h++) {
        tone += Math.sin(h * phase) / h * (1 + Math.cos(2 * Math.PI * 1.1 * t + h));
      }
      double syllables = Math.sqrt(Math.max(0, Math.sin(2 * Math.PI * 2.1 * t)));
      voice[i] = 0.1 * syllables * tone + 0.0001 * faint[i];
    }
    return voice;
  }

  /** One of the cases of the script. */
  static double[] changed(String name, double[] voice) {
    int n = voice.length;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      result[i] =
          switch (name) {
            case "same" -> voice[i];
            case "clipped-0.05" -> Math.max(-0.05, Math.min(0.05, voice[i]));
            case "echo" -> voice[i] + (i >= n / 30 ? 0.6 * voice[i - n / 30] : 0);
            default -> Double.NaN;
          };
    }
    if (name.startsWith("noise-") || name.equals("unrelated")) {
      double[] noise = noise(n, name.equals("unrelated") ? 3 : 2);
      double level = name.equals("unrelated") ? 0.1 : Double.parseDouble(name.substring(6));
      for (int i = 0; i < n; i++) {
        result[i] = (name.equals("unrelated") ? 0 : voice[i]) + level * noise[i];
      }
    }
    return result;
  }

  static AudioClip clip(double[] samples, int rate) {
    float[] grid = new float[samples.length];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = Pcm16.round(samples[i]);
    }
    return AudioClip.of(grid, new SampleRate(rate));
  }

  static AudioClip clip(float... samples) {
    return AudioClip.of(samples, SampleRate.WORKING);
  }
}
