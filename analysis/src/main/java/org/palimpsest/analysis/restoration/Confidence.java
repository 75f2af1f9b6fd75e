package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.List;
import org.palimpsest.analysis.audio.Pcm16;

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
   * @param disagreement for each sample, in the unit of samples
   * @param doubt for each sample the probability that it is one step off
   * @param reproduced samples of the exhibit that protecting the result gives to the last bit
   * @param unsettled windows without a bound
   */
  static Confidence of(
      float[] disagreement,
      float[] doubt,
      BitSet reproduced,
      BitSet unsettled,
      ConfidenceSettings settings) {
    int samples = disagreement.length;
    int windows = (samples + Restored.WINDOW - 1) / Restored.WINDOW;
    float[] bound = new float[windows];
    BitSet ambiguous = new BitSet(windows);
    BitSet certain = new BitSet(samples);
    for (int w = 0; w < windows; w++) {
      int from = w * Restored.WINDOW;
      int to = Math.min(samples, from + Restored.WINDOW);
      double apart = 0;
      double wrong = 0;
      for (int i = from; i < to; i++) {
        double steps = disagreement[i] / Pcm16.LSB;
        apart += steps * steps;
        wrong += reproduced.get(i) ? doubt[i] : 1;
        certain.set(
            i,
            !unsettled.get(w)
                && steps == 0
                && reproduced.get(i)
                && doubt[i] < settings.certainDoubt());
      }
      // two standard deviations of a count, and one
      double most = wrong + 2 * Math.sqrt(wrong) + 1;
      double error =
          settings.boundFactor() * Math.sqrt(apart / (to - from)) + Math.sqrt(most / (to - from));
      bound[w] = unsettled.get(w) ? Float.POSITIVE_INFINITY : (float) error;
      ambiguous.set(w, Math.sqrt(apart / (to - from)) > settings.ambiguousLsb());
    }
    return new Confidence(bound, ambiguous, certain);
  }

  /** Windows of 25 ms ({@link Restored#WINDOW} samples). */
  public int windows() {
    return boundLsb.length;
  }

  /**
   * The root mean square error of window {@code w}, in steps of 16 bit, that is not expected to be
   * exceeded; infinite where nothing can be said.
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

  /**
   * Samples on which all starts agree, that reproduce the exhibit, and where the roundings leave no
   * other choice; a copy.
   */
  public BitSet certain() {
    return (BitSet) certain.clone();
  }
}
