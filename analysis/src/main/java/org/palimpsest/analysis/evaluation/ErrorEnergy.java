package org.palimpsest.analysis.evaluation;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.palimpsest.analysis.audio.AudioClip;

/** Where the error of a restoration lies. */
public final class ErrorEnergy {
  private ErrorEnergy() {}

  /**
   * The share of Σ(x̂ − x)² that lies within marked windows, from 0 to 1; empty without any error.
   *
   * @param windows window w holds the samples from w·{@code windowSamples} on
   */
  public static OptionalDouble shareWithin(
      AudioClip original, AudioClip restored, BitSet windows, int windowSamples) {
    double all = 0;
    double within = 0;
    AudioClip error = restored.minus(original);
    for (int i = 0; i < error.length(); i++) {
      double energy = (double) error.at(i) * error.at(i);
      all += energy;
      within += windows.get(i / windowSamples) ? energy : 0;
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(within / all);
  }
}
