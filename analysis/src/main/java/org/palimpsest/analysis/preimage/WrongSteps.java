package org.palimpsest.analysis.preimage;

/**
 * How likely a sample is one step off where a recording that explains the exhibit to the last bit
 * need not be the original. If a share ρ of all samples is off by one step, δ moves by noise of
 * standard deviation σ = g·√ρ steps, g being what white noise of one step does to it; where δ lies
 * d from the middle between two steps, that turns its rounding with probability Q(d/σ), and the
 * sample is off; and the mean of these over all d up to one half is ρ again, twice that integral.
 * For small g it follows that ρ = 2g²/π. How the probability falls with d is not normal where wrong
 * samples are few and each moves its neighbours alone: ¼·exp(−d/2ρ) has the same mean and a tail.
 * Immutable; to be made once, since it tabulates ρ.
 */
final class WrongSteps {
  private static final int ENTRIES = 800;
  private static final double RESOLUTION = 0.0025;
  private static final int ROUNDS = 200;
  private static final double MOST = 0.5;

  private final double[] shares = new double[ENTRIES + 1];

  WrongSteps() {
    for (int k = 1; k <= ENTRIES; k++) {
      double share = MOST;
      for (int round = 0; round < ROUNDS; round++) {
        share = moved(k * RESOLUTION * Math.sqrt(share));
      }
      shares[k] = share;
    }
  }

  /** The share of samples whose rounding noise of standard deviation σ turns; at most one half. */
  static double moved(double deviation) {
    if (deviation == 0) {
      return 0;
    }
    double end = 0.5 / deviation;
    double integral = 0.5 * tail(end) + deviation * (density(0) - density(end));
    return Math.min(MOST, 2 * integral);
  }

  /** ρ, at most one half, where it is the same all around. */
  double share(double gain) {
    double place = Math.min(ENTRIES - 1, gain / RESOLUTION);
    int below = (int) place;
    double part = place - below;
    return (1 - part) * shares[below] + part * shares[below + 1];
  }

  /** The probability at a distance from the middle, in steps. */
  static double probability(double distance, double share) {
    return share == 0 ? 0 : 0.25 * Math.exp(-distance / (2 * share));
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Q(z) for z ≥ 0: Abramowitz and Stegun, 26.2.17, absolute error below 7.5e-8. */
  private static double tail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double series =
        ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.319381530)
            * t;
    return density(z) * series;
  }
}
