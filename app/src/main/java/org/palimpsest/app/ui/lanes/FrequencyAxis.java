package org.palimpsest.app.ui.lanes;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.picture.FrequencyScale;

/**
 * Frequencies along a height, 0 on top.
 *
 * @param most the highest frequency, on top
 */
record FrequencyAxis(FrequencyScale scale, double most, double height) {
  private static final double APART = 15;

  /** A frequency with a label. */
  record Mark(double y, String label) {}

  double yOf(double hertz) {
    return height * (1 - scale.share(hertz, most));
  }

  double hertzAt(double y) {
    return scale.hertz(1 - y / height, most);
  }

  /** From the bottom up, as many as have room; the lowest and the highest first. */
  List<Mark> marks() {
    List<Integer> round = scale.marks(most);
    List<Mark> marks = new ArrayList<>();
    if (round.isEmpty()) {
      return marks;
    }
    double top = yOf(round.get(round.size() - 1));
    double above = Double.POSITIVE_INFINITY;
    for (int i = 0; i < round.size(); i++) {
      double y = yOf(round.get(i));
      boolean last = i == round.size() - 1;
      if (i == 0 || (above - y >= APART && (last || y - top >= APART))) {
        marks.add(new Mark(y, label(round.get(i))));
        above = y;
      }
    }
    return marks;
  }

  private static String label(int hertz) {
    if (hertz < 1000) {
      return hertz + " Hz";
    }
    return hertz % 1000 == 0 ? hertz / 1000 + " kHz" : hertz / 1000.0 + " kHz";
  }
}
