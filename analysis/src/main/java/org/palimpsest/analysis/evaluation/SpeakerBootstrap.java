package org.palimpsest.analysis.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * The 95 % percentile interval of an equal error rate by resampling speakers with replacement
 * (Efron and Tibshirani 1993), all trials of a speaker together: utterances of one person are not
 * independent. A draw that leaves a sort of trial empty is drawn again. The same seed and count
 * give the same draws for every kind of trial.
 *
 * @param seed of {@link Random}
 * @param resamples how many, at least 40
 */
public record SpeakerBootstrap(long seed, int resamples) {
  private static final double TAIL = 0.025;

  public SpeakerBootstrap {
    if (resamples < 40) {
      throw new IllegalArgumentException("40 resamples or more");
    }
  }

  /** Empty where the trials have no equal error rate. */
  public Optional<Interval> of(Trials trials, int speakers) {
    if (!trials.haveBothSorts()) {
      return Optional.empty();
    }
    Random random = new Random(seed);
    double[] rates = new double[resamples];
    for (int done = 0; done < resamples; ) {
      int[] copies = new int[speakers];
      for (int draw = 0; draw < speakers; draw++) {
        copies[random.nextInt(speakers)]++;
      }
      OptionalDouble rate = EqualErrorRate.of(trials, copies);
      if (rate.isPresent()) {
        rates[done++] = rate.getAsDouble();
      }
    }
    Arrays.sort(rates);
    return Optional.of(new Interval(quantile(rates, TAIL), quantile(rates, 1 - TAIL)));
  }

  /** Between neighbours by straight line. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
