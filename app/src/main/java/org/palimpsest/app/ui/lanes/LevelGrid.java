package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;

/** Lines of equal level over a waveform, 6 dB or more apart, as far as they can be told apart. */
final class LevelGrid {
  private static final double STEP_DB = 6;
  private static final double APART = 11;
  private static final double LEAST_DB = -96;

  /**
   * @param db level of a sample there, full scale = 0
   * @param height above the middle, and below it
   */
  record Line(int db, double height) {
    String label() {
      return (db < 0 ? "−" : db > 0 ? "+" : "") + Math.abs(db);
    }
  }

  private LevelGrid() {}

  /**
   * @param scale the sample at {@code half}
   * @param half the height above the middle
   * @return the loudest first
   */
  static List<Line> of(double scale, double half) {
    List<Line> lines = new ArrayList<>();
    double loudest = Math.floor(20 * Math.log10(scale) / STEP_DB + 1e-9) * STEP_DB;
    double before = Double.POSITIVE_INFINITY;
    for (double db = loudest; db >= LEAST_DB; db -= STEP_DB) {
      double height = half * Math.pow(10, db / 20) / scale;
      if (height < APART) {
        break;
      }
      if (before - height >= APART) {
        lines.add(new Line((int) db, height));
        before = height;
      }
    }
    return lines;
  }
}
