package org.palimpsest.analysis.evaluation;

import java.util.OptionalDouble;
import org.palimpsest.analysis.signal.PitchTrack;

/** Pearson's correlation of two pitch tracks over the frames that are voiced in both. */
public final class PitchCorrelation {
  /** With fewer common voiced frames there is no figure. */
  public static final int FEWEST_FRAMES = 10;

  private PitchCorrelation() {}

  /** From −1 to 1; empty with too few common frames, or where a pitch never moves. */
  public static OptionalDouble of(PitchTrack a, PitchTrack b) {
    int n = 0;
    double sumA = 0;
    double sumB = 0;
    for (int i = 0; i < Math.min(a.frames(), b.frames()); i++) {
      if (a.isVoiced(i) && b.isVoiced(i)) {
        n++;
        sumA += a.hertz(i);
        sumB += b.hertz(i);
      }
    }
    if (n < FEWEST_FRAMES) {
      return OptionalDouble.empty();
    }
    double meanA = sumA / n;
    double meanB = sumB / n;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < Math.min(a.frames(), b.frames()); i++) {
      if (a.isVoiced(i) && b.isVoiced(i)) {
        double x = a.hertz(i) - meanA;
        double y = b.hertz(i) - meanB;
        aa += x * x;
        bb += y * y;
        ab += x * y;
      }
    }
    double norm = Math.sqrt(aa) * Math.sqrt(bb);
    return norm > 0 ? OptionalDouble.of(ab / norm) : OptionalDouble.empty();
  }
}
