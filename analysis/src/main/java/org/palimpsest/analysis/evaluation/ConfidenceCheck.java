package org.palimpsest.analysis.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.analysis.restoration.Restored;
import org.palimpsest.analysis.signal.Levels;

/**
 * Whether a restoration was right about how far it can be believed, where the original is known.
 */
public final class ConfidenceCheck {
  private ConfidenceCheck() {}

  /**
   * By name: {@code boundedShare} of the windows that have a bound; {@code boundHoldsShare} of
   * those whose root mean square error does not exceed it; {@code boundExcessDb}, by how much the
   * bound lies above the error, median of the bounded windows that have an error; {@code
   * certainRightShare} of the samples called certain that equal the original; {@code
   * errorEnergyInAmbiguousShare}. A figure without anything to count is left out.
   *
   * @param original as long as {@code restored}
   */
  public static SortedMap<String, Double> of(
      AudioClip original, AudioClip restored, Confidence confidence) {
    float[] errors = errorsLsb(original, restored);
    int bounded = 0;
    int held = 0;
    double[] excess = new double[errors.length];
    int counted = 0;
    for (int w = 0; w < errors.length; w++) {
      double bound = confidence.boundLsb(w);
      if (bound < Double.POSITIVE_INFINITY) {
        bounded++;
        held += errors[w] <= bound ? 1 : 0;
        if (errors[w] > 0) {
          excess[counted++] = 20 * Math.log10(bound / errors[w]);
        }
      }
    }
    SortedMap<String, Double> figures = new TreeMap<>();
    put(figures, "boundedShare", bounded, errors.length);
    put(figures, "boundHoldsShare", held, bounded);
    if (counted > 0) {
      double[] sorted = DoubleStream.of(Arrays.copyOf(excess, counted)).sorted().toArray();
      figures.put("boundExcessDb", sorted[counted / 2]);
    }
    BitSet certain = confidence.certain();
    int right = (int) certain.stream().filter(i -> original.at(i) == restored.at(i)).count();
    put(figures, "certainRightShare", right, certain.cardinality());
    ErrorEnergy.shareWithin(original, restored, confidence.ambiguous(), Restored.WINDOW)
        .ifPresent(share -> figures.put("errorEnergyInAmbiguousShare", share));
    return figures;
  }

  private static void put(SortedMap<String, Double> figures, String name, int part, int whole) {
    if (whole > 0) {
      figures.put(name, (double) part / whole);
    }
  }

  /** Root mean square error of each window, in steps of 16 bit. */
  private static float[] errorsLsb(AudioClip original, AudioClip restored) {
    double[] levels = Levels.rootMeanSquares(restored.minus(original).toArray(), Restored.WINDOW);
    float[] errors = new float[levels.length];
    for (int w = 0; w < errors.length; w++) {
      errors[w] = (float) (levels[w] / Pcm16.LSB);
    }
    return errors;
  }
}
