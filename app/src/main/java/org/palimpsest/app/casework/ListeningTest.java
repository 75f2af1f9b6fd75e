package org.palimpsest.app.casework;

import java.util.Locale;
import java.util.regex.Pattern;
import org.palimpsest.analysis.audio.SampleRange;

/**
 * What came of a blind test in which a person said of each X whether it was A or B.
 *
 * @param a id of the one signal
 * @param b id of the other
 * @param range the stretch that was heard, in samples as the program decodes them
 * @param gain factor by which {@code b} was raised
 * @param order what X was in each trial, a letter A or B for each
 * @param answers what it was said to be, likewise
 * @param planned trials, stated before the first
 */
public record ListeningTest(
    String a, String b, SampleRange range, double gain, String order, String answers, int planned) {
  /** No test has more trials. */
  public static final int MOST_TRIALS = 200;

  private static final Pattern TRIALS = Pattern.compile("[AB]{1,200}");

  /**
   * Checks that there is one answer to each trial.
   *
   * @throws IllegalArgumentException if not, or if there were more than planned
   */
  public ListeningTest {
    if (!TRIALS.matcher(order).matches()
        || !TRIALS.matcher(answers).matches()
        || order.length() != answers.length()
        || planned < order.length()
        || planned > MOST_TRIALS) {
      throw new IllegalArgumentException("a test of " + order + " with " + answers);
    }
  }

  /** The gain in decibels, as the ledger writes it. */
  String gainDb() {
    String words = String.format(Locale.ROOT, "%.2f", 20 * Math.log10(gain));
    return words.equals("-0.00") ? "0.00" : words;
  }
}
