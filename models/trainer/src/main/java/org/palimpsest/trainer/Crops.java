package org.palimpsest.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The crops of each step, by seed and step alone: a training that goes on meets the very crops that
 * would have followed. Each place in the speech is as likely as any other.
 */
final class Crops {
  private final TrainingPlan plan;
  private final long[] ends;

  /**
   * @param plan none of whose pairs is shorter than a crop
   */
  Crops(TrainingPlan plan) {
    this.plan = plan;
    this.ends = new long[plan.training().size()];
    long places = 0;
    for (int i = 0; i < ends.length; i++) {
      places += plan.training().get(i).samples() - plan.crop() + 1L;
      ends[i] = places;
    }
  }

  /**
   * @param step from 1
   */
  List<Crop> of(int step) throws TrainerException {
    SplittableRandom random = new SplittableRandom(31 * plan.seed() + step).split();
    List<Crop> crops = new ArrayList<>();
    for (int i = 0; i < plan.batch(); i++) {
      long place = random.nextLong(ends[ends.length - 1]);
      int pair = 0;
      while (ends[pair] <= place) {
        pair++;
      }
      int start = (int) (place - (pair == 0 ? 0 : ends[pair - 1]));
      crops.add(plan.training().get(pair).crop(start, plan.crop()));
    }
    return crops;
  }
}
