package org.palimpsest.analysis.compare;

import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.inference.ModelSession;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/**
 * Embeds a voice by a {@code speaker-encoder} package. Recordings of more than a minute are
 * embedded in pieces of 30 s, whose unit embeddings are averaged: memory stays bounded.
 */
public final class SpeakerEncoder {
  /** Raised when a result may change. */
  public static final String VERSION = "1";

  /** Below this there is too little voice for a statement. */
  public static final double SHORTEST_SECONDS = 0.5;

  /** Below this peak (−60 dBFS) a recording is taken for silent. */
  public static final double SOFTEST_PEAK = 1e-3;

  private static final int PIECE = 30 * 16_000;

  private final ModelSession session;

  /** The session stays the caller's to close. */
  public SpeakerEncoder(ModelSession session) {
    this.session = session;
  }

  /** The embedding of a clip at 16 kHz. */
  public Embedding embed(AudioClip clip, Cancellation cancellation)
      throws RefusedException, CancelledException {
    if (clip.seconds() < SHORTEST_SECONDS) {
      throw new RefusedException("the recording is shorter than " + SHORTEST_SECONDS + " s");
    }
    int pieces = clip.length() <= 2 * PIECE ? 1 : (clip.length() + PIECE - 1) / PIECE;
    double[] sum = null;
    for (int i = 0; i < pieces; i++) {
      cancellation.check();
      SampleRange range =
          new SampleRange(
              (int) ((long) clip.length() * i / pieces),
              (int) ((long) clip.length() * (i + 1) / pieces));
      Embedding piece = direction(doubles(session.run(clip.copy(range))));
      sum = sum == null ? new double[piece.dimensions()] : sum;
      for (int d = 0; d < sum.length; d++) {
        sum[d] += piece.at(d);
      }
    }
    return direction(sum);
  }

  private static double[] doubles(float[] raw) {
    double[] values = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      values[i] = raw[i];
    }
    return values;
  }

  private Embedding direction(double[] values) throws RefusedException {
    try {
      return Embedding.of(values);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          session.modelPackage().reference() + ": gives no usable embedding for this recording", e);
    }
  }
}
