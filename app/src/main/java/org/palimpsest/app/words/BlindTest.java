package org.palimpsest.app.words;

import java.util.Locale;
import java.util.stream.IntStream;
import org.palimpsest.evidence.format.JsonObject;

/**
 * How a blind test came out.
 *
 * @param right answers that were
 * @param trials how many were answered
 * @param planned how many were to be
 */
public record BlindTest(int right, int trials, int planned) {
  /** Reads the fields of an entry. */
  public static BlindTest of(JsonObject entry) {
    String order = entry.string("order");
    String answers = entry.string("answers");
    int right =
        (int)
            IntStream.range(0, order.length())
                .filter(i -> order.charAt(i) == answers.charAt(i))
                .count();
    return new BlindTest(right, order.length(), (int) entry.integer("planned"));
  }

  /**
   * How often somebody who hears no difference, and guesses, is right at least as often: the upper
   * tail of the binomial distribution with one half.
   */
  public double byGuessing() {
    double sum = 0;
    for (int k = right; k <= trials; k++) {
      sum += Math.exp(logChoices(k) - trials * Math.log(2));
    }
    return Math.min(1, sum);
  }

  /** {@code 9 of 12 right; who guesses is as often right in 7.3 % of such tests}. */
  public String words() {
    String early = trials < planned ? ", ended early of " + planned + " planned" : "";
    return String.format(
        Locale.ROOT,
        "%d of %d right%s; who only guesses is right at least as often in %.2g %% of such tests",
        right,
        trials,
        early,
        100 * byGuessing());
  }

  private double logChoices(int k) {
    double log = 0;
    for (int i = 1; i <= k; i++) {
      log += Math.log(trials - k + i) - Math.log(i);
    }
    return log;
  }
}
