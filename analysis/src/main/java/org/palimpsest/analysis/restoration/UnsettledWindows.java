package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.Outcome;
import org.palimpsest.analysis.signal.Levels;

/** Where an inversion found no recording that explains the exhibit. */
final class UnsettledWindows {
  /** With more than half of it unsettled a result would be a guess. */
  private static final double MOST = 0.5;

  private UnsettledWindows() {}

  /** The windows whose residual is above half a step of 16 bit, root mean square. */
  static BitSet of(WindowSums sums) {
    BitSet unsettled = new BitSet();
    for (int w = 0; w < sums.windows(); w++) {
      unsettled.set(w, sums.residual(w) > 0.5);
    }
    return unsettled;
  }

  /** The same from the residual of every sample. */
  static BitSet of(float[] residual) {
    double[] levels = Levels.rootMeanSquares(residual, Restored.WINDOW);
    BitSet unsettled = new BitSet();
    for (int w = 0; w < levels.length; w++) {
      unsettled.set(w, levels[w] > Pcm16.LSB / 2);
    }
    return unsettled;
  }

  /** What an inversion answers that left too much unsettled; empty where its result counts. */
  static Optional<Outcome<Restored>> refusal(ModelPackage protector, double share) {
    if (!(share > MOST)) { // also where there is nothing to share
      return Optional.empty();
    }
    return Optional.of(
        new Outcome.NotApplicable<>(
            String.format(
                Locale.ROOT,
                "the inversion of %s did not converge on this recording: %.0f %% of its 25 ms"
                    + " windows did not settle; it was protected by another, or changed afterwards",
                protector.reference(),
                100 * share)));
  }

  static double share(BitSet windows, int samples) {
    return windows.cardinality() / Math.ceil((double) samples / Restored.WINDOW);
  }
}
