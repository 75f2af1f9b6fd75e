package org.palimpsest.analysis.preimage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * Solves y + δ(y) = x' by Anderson acceleration of y ← x' − δ(y) (D. G. Anderson 1965; type II),
 * with weights found in windows: what happens in one word says nothing about the next. The residual
 * may grow for a while, which helps it over folds of δ; a step that would quadruple its energy
 * around a sample is replaced there by a short plain one. Of all iterates the one of the smallest
 * residual is kept. For one signal and one thread at a time; keeps 2·history + 8 floats a sample.
 */
final class Anderson {
  /** Half width of the surroundings in which a step must not explode: 25 ms. */
  private static final int GUARD = 400;

  private static final double EXPLOSION = 4;
  private static final float SHORT_STEP = 0.3f;

  /** Iterations without a residual smaller by a hundredth after which more are in vain. */
  private static final int PATIENCE = 12;

  private final Perturbation delta;
  private final AndersonSettings settings;
  private final float[] exhibit;
  private final SampleRange all;
  private int evaluations;

  Anderson(Perturbation delta, AndersonSettings settings, float[] exhibit) {
    this.delta = delta;
    this.settings = settings;
    this.exhibit = exhibit;
    this.all = new SampleRange(0, exhibit.length);
  }

  Solution solve(float[] start, Cancellation cancellation)
      throws RefusedException, CancelledException {
    evaluations = 0;
    float[] y = start.clone();
    float[] residual = residual(y, cancellation);
    Deque<Step> steps = new ArrayDeque<>();
    float[] best = y;
    float[] bestResidual = residual;
    double least = Levels.energy(residual);
    double expected = least;
    int iteration = 0;
    int waited = 0;
    while (iteration < settings.iterations() && waited < PATIENCE && !settled(residual)) {
      iteration++;
      float[] trial = propose(y, residual, new ArrayList<>(steps));
      float[] after = residual(trial, cancellation);
      if (settings.safeguard() && shorten(y, residual, trial, after)) {
        after = residual(trial, cancellation);
      }
      remember(steps, new Step(difference(trial, y), difference(after, residual)));
      y = trial;
      residual = after;
      double energy = Levels.energy(residual);
      if (energy < least) {
        least = energy;
        best = y;
        bestResidual = residual;
      }
      if (energy < 0.99 * expected) {
        expected = energy;
        waited = 0;
      } else {
        waited++;
      }
    }
    return new Solution(best, bestResidual, iteration, evaluations);
  }

  private void remember(Deque<Step> steps, Step step) {
    steps.addLast(step);
    if (steps.size() > settings.history()) {
      steps.removeFirst();
    }
  }

  /** y + r − Σ γ (Δy + Δr), the γ of each sample between those of the nearest two windows. */
  private float[] propose(float[] y, float[] residual, List<Step> steps) {
    WindowWeights weights =
        WindowWeights.of(steps, residual, settings.windowSamples(), settings.regularisation());
    float[] next = new float[y.length];
    double[] here = new double[steps.size()];
    for (int i = 0; i < y.length; i++) {
      weights.at(i, here);
      double value = (double) y[i] + residual[i];
      for (int k = 0; k < here.length; k++) {
        Step step = steps.get(k);
        value -= here[k] * ((double) step.moved[i] + step.changed[i]);
      }
      next[i] = (float) value;
    }
    return next;
  }

  /** Replaces explosive parts of {@code trial}; says whether there were any. */
  private static boolean shorten(float[] y, float[] residual, float[] trial, float[] after) {
    RunningSum here = RunningSum.ofSquares(residual);
    RunningSum there = RunningSum.ofSquares(after);
    boolean found = false;
    for (int i = 0; i < y.length; i++) {
      if (!(there.around(i, GUARD) <= EXPLOSION * here.around(i, GUARD))) {
        trial[i] = y[i] + SHORT_STEP * residual[i];
        found = true;
      }
    }
    return found;
  }

  private float[] residual(float[] y, Cancellation cancellation)
      throws RefusedException, CancelledException {
    cancellation.check();
    float[] residual = new float[y.length];
    delta.compute(y, all, residual);
    evaluations++;
    for (int i = 0; i < y.length; i++) {
      residual[i] = exhibit[i] - y[i] - residual[i];
    }
    return residual;
  }

  private boolean settled(float[] residual) {
    double limit = settings.settledLsb() * Pcm16.LSB;
    for (float value : residual) {
      if (Math.abs(value) > limit) {
        return false;
      }
    }
    return true;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
