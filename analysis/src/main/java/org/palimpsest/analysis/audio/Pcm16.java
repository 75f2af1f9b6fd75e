package org.palimpsest.analysis.audio;

/** The 16-bit grid on which exhibits and restorations are stored. */
public final class Pcm16 {
  /** One step of the grid. */
  public static final double LSB = 1.0 / 32768;

  private Pcm16() {}

  /** round16(v) = clamp(rint(32768·v), −32768, 32767), ties to even. */
  public static short code(double value) {
    return (short) Math.max(-32768, Math.min(32767, Math.rint(value * 32768)));
  }

  /** The nearest value of the grid; exact in a float. */
  public static float round(double value) {
    return code(value) / 32768f;
  }

  public static AudioClip round(AudioClip clip) {
    float[] samples = clip.toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = round(samples[i]);
    }
    return AudioClip.beginning(samples, samples.length, clip.rate());
  }
}
