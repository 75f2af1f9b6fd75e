package org.palimpsest.analysis.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The equal error rate: (FRR + FAR) / 2 at the score where |FRR − FAR| is smallest. FRR(t) is the
 * share of same-speaker trials below t, FAR(t) that of different-speaker trials not below it; t
 * runs over the scores. Where two are equally near, the lowest score of a same-speaker trial
 * counts, then that of another (the convention of {@code models/training/data.py}).
 */
public final class EqualErrorRate {
  private EqualErrorRate() {}

  /** From 0 to 1; empty where a sort of trial is missing. */
  public static OptionalDouble of(Trials trials) {
    int speakers = 0;
    for (Trial trial : trials.byScore()) {
      speakers = Math.max(speakers, 1 + Math.max(trial.enrolled(), trial.tested()));
    }
    int[] once = new int[speakers];
    Arrays.fill(once, 1);
    return of(trials, once);
  }

  /**
   * With every speaker as often as {@code copies} says: a trial of speaker s counts copies[s]
   * times, one of s and t copies[s]·copies[t] times. Copies of a speaker are not set against each
   * other.
   */
  static OptionalDouble of(Trials trials, int[] copies) {
    List<Trial> byScore = trials.byScore();
    long allSame = 0;
    long allDifferent = 0;
    for (Trial trial : byScore) {
      allSame += trial.same() ? weight(trial, copies) : 0;
      allDifferent += trial.same() ? 0 : weight(trial, copies);
    }
    if (allSame == 0 || allDifferent == 0) {
      return OptionalDouble.empty();
    }
    Nearest atSame = new Nearest();
    Nearest atDifferent = new Nearest();
    long same = 0;
    long different = 0;
    for (int i = 0, next; i < byScore.size(); i = next) {
      long sameHere = 0;
      long differentHere = 0;
      double score = byScore.get(i).score();
      for (next = i; next < byScore.size() && byScore.get(next).score() == score; next++) {
        Trial trial = byScore.get(next);
        sameHere += trial.same() ? weight(trial, copies) : 0;
        differentHere += trial.same() ? 0 : weight(trial, copies);
      }
      double frr = (double) same / allSame;
      double far = 1 - (double) different / allDifferent;
      if (sameHere > 0) {
        atSame.see(frr, far);
      }
      if (differentHere > 0) {
        atDifferent.see(frr, far);
      }
      same += sameHere;
      different += differentHere;
    }
    return OptionalDouble.of(
        atDifferent.distance < atSame.distance ? atDifferent.rate : atSame.rate);
  }

  private static long weight(Trial trial, int[] copies) {
    long one = copies[trial.enrolled()];
    return trial.same() ? one : one * copies[trial.tested()];
  }

  private static final class Nearest {
    private double distance = Double.POSITIVE_INFINITY;
    private double rate = Double.NaN;

    void see(double frr, double far) {
      if (Math.abs(frr - far) < distance) {
        distance = Math.abs(frr - far);
        rate = (frr + far) / 2;
      }
    }
  }
}
