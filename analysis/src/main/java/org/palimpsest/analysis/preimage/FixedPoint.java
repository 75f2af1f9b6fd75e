package org.palimpsest.analysis.preimage;

import java.util.Arrays;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Pcm16;
import org.palimpsest.analysis.audio.SampleRange;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;
import org.palimpsest.analysis.method.Progress;
import org.palimpsest.analysis.signal.Levels;
import org.palimpsest.analysis.signal.RunningSum;

/**
 * Solves y + δ(y) = x' by a fixed point that is safeguarded locally: y ← y − s·F(y) with F(y) = y +
 * δ(y) − x', a step s for every sample, and an update that is kept only where the energy of F in a
 * window around the sample falls. The step grows there and is halved elsewhere. The plain iteration
 * (s = 1 throughout) diverges where the local gain of δ exceeds 1.
 *
 * <p>Of all iterates the one of the smallest residual is kept. Pieces whose residual has vanished
 * are not evaluated again. One object per solution.
 */
public final class FixedPoint {
  private final Perturbation delta;
  private final FixedPointSettings settings;
  private final float[] exhibit;
  private final float[] estimate;
  private final float[] residual;
  private final float[] candidate;
  private final float[] candidateResidual;
  private final float[] steps;
  private final boolean[] changed;
  private final float[] best;
  private final float[] bestResidual;
  private double bestEnergy = Double.POSITIVE_INFINITY;
  private double evaluations; // of the whole signal; pieces count by their share
  private int iterations;

  public FixedPoint(
      Perturbation delta, FixedPointSettings settings, float[] exhibit, float[] start) {
    this.delta = delta;
    this.settings = settings;
    this.exhibit = exhibit;
    this.estimate = start.clone();
    int n = exhibit.length;
    residual = new float[n];
    candidate = new float[n];
    candidateResidual = new float[n];
    steps = new float[n];
    changed = new boolean[n];
    best = new float[n];
    bestResidual = new float[n];
    Arrays.fill(steps, 1);
  }

  /** Iterates until every sample has settled or the iterations are used up. */
  public void solve(Progress progress, Cancellation cancellation)
      throws RefusedException, CancelledException {
    List<SampleRange> pieces = delta.pieces(exhibit.length);
    for (SampleRange piece : pieces) {
      cancellation.check();
      computeResidual(estimate, piece, residual);
    }
    keepBest();
    for (int i = 0; i < settings.iterations(); i++) {
      progress.at("inversion", (double) i / settings.iterations());
      List<SampleRange> active = pieces.stream().filter(this::isActive).toList();
      if (active.isEmpty()) {
        break;
      }
      propose(active);
      for (SampleRange piece : active) {
        cancellation.check();
        computeResidual(candidate, piece, candidateResidual);
      }
      for (SampleRange piece : pieces) {
        if (!active.contains(piece)) {
          System.arraycopy(
              residual, piece.start(), candidateResidual, piece.start(), piece.length());
        }
      }
      accept();
      for (SampleRange piece : active) {
        cancellation.check();
        settle(piece);
      }
      keepBest();
      iterations++;
    }
    progress.at("inversion", 1);
  }

  /**
   * Neighbours that move together can raise the residual: the result is never worse than the start.
   */
  private void keepBest() {
    double energy = Levels.energy(residual);
    if (energy < bestEnergy) {
      bestEnergy = energy;
      System.arraycopy(estimate, 0, best, 0, best.length);
      System.arraycopy(residual, 0, bestResidual, 0, best.length);
    }
  }

  private boolean isActive(SampleRange piece) {
    SampleRange reach = delta.reach(piece, exhibit.length);
    double limit = settings.settledLsb() * Pcm16.LSB;
    for (int i = reach.start(); i < reach.end(); i++) {
      if (Math.abs(residual[i]) > limit) {
        return true;
      }
    }
    return false;
  }

  /** Moves the active pieces alone: the residual of the others is not brought up to date. */
  private void propose(List<SampleRange> active) {
    System.arraycopy(estimate, 0, candidate, 0, candidate.length);
    for (SampleRange piece : active) {
      for (int i = piece.start(); i < piece.end(); i++) {
        candidate[i] = estimate[i] - steps[i] * residual[i];
      }
    }
  }

  private void accept() {
    RunningSum here = RunningSum.ofSquares(residual);
    RunningSum there = RunningSum.ofSquares(candidateResidual);
    int half = settings.guardSamples();
    for (int i = 0; i < exhibit.length; i++) {
      boolean falls = there.around(i, half) < here.around(i, half);
      changed[i] = falls;
      if (falls) {
        estimate[i] = candidate[i];
        steps[i] = (float) Math.min(1, steps[i] * settings.growth());
      } else {
        steps[i] /= 2;
      }
    }
  }

  /** Brings the residual of a piece up to date: known where all was accepted, else evaluated. */
  private void settle(SampleRange piece) throws RefusedException {
    SampleRange reach = delta.reach(piece, exhibit.length);
    int accepted = 0;
    for (int i = reach.start(); i < reach.end(); i++) {
      if (changed[i]) {
        accepted++;
      }
    }
    if (accepted == reach.length()) {
      System.arraycopy(candidateResidual, piece.start(), residual, piece.start(), piece.length());
    } else if (accepted > 0) {
      computeResidual(estimate, piece, residual);
    }
  }

  private void computeResidual(float[] signal, SampleRange piece, float[] into)
      throws RefusedException {
    delta.compute(signal, piece, into);
    for (int i = piece.start(); i < piece.end(); i++) {
      into[i] += signal[i] - exhibit[i];
    }
    evaluations += (double) piece.length() / exhibit.length;
  }

  /** Of all iterates, the one of the smallest residual. */
  public float[] estimate() {
    return best;
  }

  /** F at the {@link #estimate}. */
  public float[] residual() {
    return bestResidual;
  }

  public int iterations() {
    return iterations;
  }

  public double evaluations() {
    return evaluations;
  }
}
