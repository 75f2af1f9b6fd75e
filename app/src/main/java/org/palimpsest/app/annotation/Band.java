package org.palimpsest.app.annotation;

/**
 * A range of frequencies, to the thousandth of a hertz.
 *
 * @param lowHz from 0 on
 * @param highHz above it
 */
public record Band(double lowHz, double highHz) {
  private static final double STEPS_OF_A_HERTZ = 1000;
  private static final double HIGHEST = 1e6;

  /**
   * Rounds both.
   *
   * @throws IllegalArgumentException if it is empty, below 0 or above a megahertz
   */
  public Band {
    if (!(lowHz >= 0) || !(highHz <= HIGHEST) || !(round(lowHz) < round(highHz))) {
      throw new IllegalArgumentException(
          "a range of frequencies begins at 0 Hz or above and ends above its beginning, not "
              + lowHz
              + " to "
              + highHz
              + " Hz");
    }
    lowHz = round(lowHz);
    highHz = round(highHz);
  }

  private static double round(double hertz) {
    return Math.rint(hertz * STEPS_OF_A_HERTZ) / STEPS_OF_A_HERTZ;
  }
}
