package org.palimpsest.app.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRate;
import org.palimpsest.analysis.audio.WavWriter;

/**
 * Something like speech: a pulse train through two moving resonances, in syllables, over faint
 * noise.
 */
public final class Voice {
  private Voice() {}

  /** {@code seconds} of a voice of the given pitch, on the 16-bit grid; the same each time. */
  public static AudioClip speak(double pitchHz, double seconds) {
    int n = (int) Math.round(seconds * 16_000);
    Random random = new Random((long) (pitchHz * 1000));
    float[] samples = new float[n];
    double phase = 0;
    double[] low = new double[2];
    double[] high = new double[2];
    for (int i = 0; i < n; i++) {
      double t = i / 16_000.0;
      phase += pitchHz * (1 + 0.05 * Math.sin(2 * Math.PI * 0.7 * t)) / 16_000;
      double pulse = phase >= 1 ? 1 : 0;
      phase -= pulse;
      double source = pulse + 0.01 * random.nextGaussian();
      double voiced =
          resonance(low, source, 500 + 200 * Math.sin(2 * Math.PI * 1.3 * t))
              + 0.5 * resonance(high, source, 1600 + 500 * Math.sin(2 * Math.PI * 0.9 * t));
      double syllable = Math.max(0.02, Math.sin(2 * Math.PI * 2.1 * t));
      samples[i] = Pcm16.round(0.12 * syllable * voiced + 0.0005 * random.nextGaussian());
    }
    return AudioClip.of(samples, SampleRate.WORKING);
  }

  /** Writes a clip as 16 kHz mono WAV. */
  public static Path write(AudioClip clip, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      WavWriter.write(clip, out);
    }
    return file;
  }

  private static double resonance(double[] memory, double input, double hertz) {
    double radius = 0.97;
    double next =
        input
            + 2 * radius * Math.cos(2 * Math.PI * hertz / 16_000) * memory[0]
            - radius * radius * memory[1];
    memory[1] = memory[0];
    memory[0] = next;
    return next;
  }
}
