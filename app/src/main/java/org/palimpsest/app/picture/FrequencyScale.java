package org.palimpsest.app.picture;

import java.util.List;

/** How frequencies are spread over the height of a picture. */
public enum FrequencyScale {
  LINEAR("linear", List.of(0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000)) {
    @Override
    double warped(double hertz) {
      return hertz;
    }

    @Override
    double unwarped(double value) {
      return value;
    }
  },
  /** As O'Shaughnessy 1987: 2595·log10(1 + f/700). */
  MEL("mel", List.of(0, 250, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000)) {
    @Override
    double warped(double hertz) {
      return 2595 * Math.log10(1 + hertz / 700);
    }

    @Override
    double unwarped(double value) {
      return 700 * (Math.pow(10, value / 2595) - 1);
    }
  },
  /** From {@link #LOWEST_HERTZ} upwards. */
  LOGARITHMIC("logarithmic", List.of(50, 100, 200, 500, 1000, 2000, 4000, 8000)) {
    @Override
    double warped(double hertz) {
      return Math.log(Math.max(LOWEST_HERTZ, hertz) / LOWEST_HERTZ);
    }

    @Override
    double unwarped(double value) {
      return LOWEST_HERTZ * Math.exp(value);
    }
  };

  /** Where the logarithmic scale begins. */
  public static final double LOWEST_HERTZ = 50;

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Integer> marks;

  FrequencyScale(String title, List<Integer> marks) {
    this.title = title;
    this.marks = marks;
  }

  public String title() {
    return title;
  }

  /** Round frequencies for an axis, as far as it reaches. */
  public List<Integer> marks(double mostHertz) {
    return marks.stream().filter(hertz -> hertz <= mostHertz).toList();
  }

  /** Where a frequency lies between the bottom, 0, and {@code mostHertz}, 1; held within these. */
  public double share(double hertz, double mostHertz) {
    return Math.max(0, Math.min(1, warped(hertz) / warped(mostHertz)));
  }

  /** The frequency at a share of the height. */
  public double hertz(double share, double mostHertz) {
    return unwarped(share * warped(mostHertz));
  }

  abstract double warped(double hertz);

  abstract double unwarped(double value);
}
