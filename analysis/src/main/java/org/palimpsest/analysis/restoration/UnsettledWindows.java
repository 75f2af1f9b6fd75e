package org.palimpsest.analysis.restoration;

import java.util.BitSet;
import org.palimpsest.analysis.audio.Pcm16;

/** Where an inversion found no recording that explains the exhibit. */
final class UnsettledWindows {
  /** With more than half of it unsettled a result would be a guess. */
  static final double MOST = 0.5;

  /** Takes the protector and the share in percent. */
  static final String REASON =
      "the inversion of %s did not converge on this recording: %.0f %% of its 25 ms windows did not"
          + " settle; it was protected by another, or changed afterwards";

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
    BitSet unsettled = new BitSet();
    for (int w = 0; w * Restored.WINDOW < residual.length; w++) {
      int end = Math.min(residual.length, (w + 1) * Restored.WINDOW);
      double energy = 0;
      for (int i = w * Restored.WINDOW; i < end; i++) {
        energy += (double) residual[i] * residual[i];
      }
      unsettled.set(w, Math.sqrt(energy / (end - w * Restored.WINDOW)) > Pcm16.LSB / 2);
    }
    return unsettled;
  }

  static double share(BitSet windows, int samples) {
    return windows.cardinality() / Math.ceil((double) samples / Restored.WINDOW);
  }
}
