package org.palimpsest.analysis.signal;

import be.tarsos.dsp.pitch.Yin;
import java.util.Arrays;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * Pitch over time by TarsosDSP's YIN (de Cheveigné and Kawahara 2002): frames of 64 ms every 10 ms,
 * absolute threshold 0.2. A frame whose pitch lies outside 60 to 400 Hz counts as unvoiced.
 * Immutable.
 */
public final class PitchTrack {
  /** What the tracker is called in tables. */
  public static final String TRACKER = "YIN (TarsosDSP 2.4), 64 ms every 10 ms, 60 to 400 Hz";

  private static final double FRAME_SECONDS = 0.064;
  private static final double HOP_SECONDS = 0.010;
  private static final double THRESHOLD = 0.2;
  private static final float LOWEST_HERTZ = 60;
  private static final float HIGHEST_HERTZ = 400;

  private final float[] hertz; // 0 where unvoiced

  private PitchTrack(float[] hertz) {
    this.hertz = hertz;
  }

  /** The pitch of a clip; no frames where it is shorter than one. */
  public static PitchTrack of(AudioClip clip) {
    int frame = (int) Math.round(FRAME_SECONDS * clip.rate().hertz());
    int hop = (int) Math.round(HOP_SECONDS * clip.rate().hertz());
    Yin yin = new Yin(clip.rate().hertz(), frame, THRESHOLD);
    float[] hertz = new float[clip.length() < frame ? 0 : 1 + (clip.length() - frame) / hop];
    for (int i = 0; i < hertz.length; i++) {
      float found = yin.getPitch(clip.copy(new SampleRange(i * hop, i * hop + frame))).getPitch();
      hertz[i] = found >= LOWEST_HERTZ && found <= HIGHEST_HERTZ ? found : 0;
    }
    return new PitchTrack(hertz);
  }

  /** A track that was found before; 0 stands for unvoiced. */
  public static PitchTrack ofHertz(float... hertz) {
    return new PitchTrack(Arrays.copyOf(hertz, hertz.length));
  }

  public int frames() {
    return hertz.length;
  }

  public boolean isVoiced(int frame) {
    return hertz[frame] > 0;
  }

  /** 0 where unvoiced. */
  public float hertz(int frame) {
    return hertz[frame];
  }
}
