package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;

/**
 * How far an inversion can be believed, from where several starts led; needs no original. An
 * estimate, validated on speech whose original is known (docs/methods/inversion.md): not a proof.
 */
public final class Confidence {
  private final float[] boundLsb;
  private final BitSet ambiguous;
  private final BitSet certain;

  /** A track that was kept: as its accessors gave it; {@code boundLsb} by window. */
  public static Confidence of(List<Double> boundLsb, BitSet ambiguous, BitSet certain) {
    float[] bounds = new float[boundLsb.size()];
    for (int w = 0; w < bounds.length; w++) {
      bounds[w] = boundLsb.get(w).floatValue();
    }
    return new Confidence(bounds, (BitSet) ambiguous.clone(), (BitSet) certain.clone());
  }

  private Confidence(float[] boundLsb, BitSet ambiguous, BitSet certain) {
    this.boundLsb = boundLsb;
    this.ambiguous = ambiguous;
    this.certain = certain;
  }

  /**
   * @param bounded windows of which a bound can be stated
   */
  static Confidence of(WindowSums sums, BitSet bounded, ConfidenceSettings settings) {
    float[] bound = new float[sums.windows()];
    BitSet ambiguous = new BitSet(sums.windows());
    BitSet certain = (BitSet) sums.certain().clone();
    for (int w = 0; w < sums.windows(); w++) {
      if (!bounded.get(w)) {
        bound[w] = Float.POSITIVE_INFINITY;
        certain.clear(w * Restored.WINDOW, (w + 1) * Restored.WINDOW);
      } else {
        double expected = Math.max(sums.apart(w), sums.expected(w));
        bound[w] = (float) (settings.boundFactor() * expected);
      }
      ambiguous.set(w, sums.apart(w) > settings.ambiguousLsb());
    }
    return new Confidence(bound, ambiguous, certain);
  }

  /** Windows of 25 ms ({@link Restored#WINDOW} samples). */
  public int windows() {
    return boundLsb.length;
  }

  /**
   * The root mean square error of window {@code w}, in steps of 16 bit, that is not expected to be
   * exceeded; infinite where nothing can be said: the inversion did not settle, or it is not shown
   * that the exhibit is an unchanged image of the protector.
   */
  public double boundLsb(int w) {
    return boundLsb[w];
  }

  /**
   * Windows in which the starts led to different recordings, each of which explains the exhibit; a
   * copy.
   */
  public BitSet ambiguous() {
    return (BitSet) ambiguous.clone();
  }

  /** Windows that are ambiguous or without a bound. */
  public BitSet doubtful() {
    BitSet doubtful = ambiguous();
    for (int w = 0; w < boundLsb.length; w++) {
      if (Float.isInfinite(boundLsb[w])) {
        doubtful.set(w);
      }
    }
    return doubtful;
  }

  /**
   * Samples of bounded windows on which all starts agree, that reproduce the exhibit, and where the
   * roundings leave no other choice; a copy.
   */
  public BitSet certain() {
    return (BitSet) certain.clone();
  }
}
