package org.palimpsest.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.palimpsest.app.picture.FrequencyScale;

/**
 * Frequencies along a height, 0 on top.
 *
 * @param most the highest frequency, on top
 * @param label the height of a label with the room around it
 */
public record FrequencyAxis(FrequencyScale scale, double most, double height, double label) {
  private static final List<Integer> STEPS = List.of(1, 2, 4, 5, 10, 20);
  private static final double ROOM = 1.5; // the lowest and the highest label are held within

  /**
   * A frequency with a label.
   *
   * @param labelY the middle of the label, which is held within the axis
   */
  public record Mark(double y, double labelY, String label) {}

  public double yOf(double hertz) {
    return height * (1 - scale.share(hertz, most));
  }

  public double hertzAt(double y) {
    return scale.hertz(1 - y / height, most);
  }

  /** From the bottom up, as many as have room; the lowest and the highest first. */
  public List<Mark> marks() {
    List<Integer> round = even(scale.marks(most));
    List<Mark> marks = new ArrayList<>();
    if (round.isEmpty()) {
      return marks;
    }
    double top = held(round.get(round.size() - 1));
    double above = Double.POSITIVE_INFINITY;
    for (int i = 0; i < round.size(); i++) {
      double middle = held(round.get(i));
      boolean last = i == round.size() - 1;
      if (i == 0 || (above - middle >= label && (last || middle - top >= label))) {
        marks.add(new Mark(yOf(round.get(i)), middle, words(round.get(i))));
        above = middle;
      }
    }
    return marks;
  }

  /** On a linear axis steps of one size, as small as have room. */
  private List<Integer> even(List<Integer> round) {
    if (scale != FrequencyScale.LINEAR || round.size() < 2) {
      return round;
    }
    int last = round.size() - 1;
    double apart = Math.abs(yOf(round.get(1)) - yOf(round.get(0)));
    int step = STEPS.stream().filter(n -> apart * n >= ROOM * label).findFirst().orElse(last);
    return IntStream.rangeClosed(0, last)
        .filter(i -> i % step == 0 || i == last)
        .mapToObj(round::get)
        .toList();
  }

  private double held(double hertz) {
    return Math.max(label / 2, Math.min(height - label / 2, yOf(hertz)));
  }

  private static String words(int hertz) {
    if (hertz < 1000) {
      return hertz + " Hz";
    }
    return hertz % 1000 == 0 ? hertz / 1000 + " kHz" : hertz / 1000.0 + " kHz";
  }
}
