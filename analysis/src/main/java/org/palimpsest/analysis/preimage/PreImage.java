package org.palimpsest.analysis.preimage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.method.Cancellation;
import org.palimpsest.analysis.method.CancelledException;

/**
 * Finds the recording whose protection gives an exhibit, from several starts. Where δ folds there
 * are several such recordings and the starts may end at different ones: where they agree the
 * solution can be believed, and how far they disagree says how wrong it may be. Stateless.
 */
public final class PreImage {
  /** Windows in which one of several solutions is chosen: 25 ms. */
  private static final int WINDOW = 400;

  private final AndersonSettings solver;
  private final int gridRounds;
  private final WrongSteps wrongSteps = new WrongSteps();

  /**
   * @param gridRounds corrections on the 16-bit grid after the iteration; 0: the solution is
   *     rounded
   */
  public PreImage(AndersonSettings solver, int gridRounds) {
    this.solver = solver;
    this.gridRounds = gridRounds;
  }

  /** The same for exhibits that do not lie on the 16-bit grid: the solution is rounded. */
  public PreImage offGrid() {
    return new PreImage(solver, 0);
  }

  /**
   * @param exhibit the protected signal
   * @param starts the first is trusted most: its solution is taken unless another reproduces
   *     clearly more of the exhibit there
   */
  public Found find(
      Perturbation delta, float[] exhibit, List<float[]> starts, Cancellation cancellation)
      throws RefusedException, CancelledException {
    List<Candidate> candidates = new ArrayList<>();
    for (float[] start : starts) {
      candidates.add(candidate(delta, exhibit, start, cancellation));
    }
    int evaluations = candidates.stream().mapToInt(c -> c.evaluations).sum();
    Candidate chosen = candidates.get(0);
    if (starts.size() == 1) {
      return new Found(chosen, new float[exhibit.length], new float[exhibit.length], evaluations);
    }
    float[] mixture = mixture(candidates);
    if (!Arrays.equals(mixture, chosen.signal)) {
      Candidate mixed = candidate(delta, exhibit, mixture, cancellation);
      evaluations += mixed.evaluations;
      if (mixed.missed() < chosen.missed()) {
        chosen = mixed;
      }
    }
    return new Found(
        chosen,
        disagreement(candidates, chosen),
        Doubt.of(delta, chosen, wrongSteps),
        evaluations + 2);
  }

  private Candidate candidate(
      Perturbation delta, float[] exhibit, float[] start, Cancellation cancellation)
      throws RefusedException, CancelledException {
    Solution solution = new Anderson(delta, solver, exhibit).solve(start, cancellation);
    return new GridRounds(delta, exhibit, solution, cancellation).settle(gridRounds);
  }

  /**
   * Window by window the first candidate, or one that leaves less than half as much unexplained.
   */
  private static float[] mixture(List<Candidate> candidates) {
    float[] mixture = candidates.get(0).signal.clone();
    for (int from = 0; from < mixture.length; from += WINDOW) {
      int to = Math.min(mixture.length, from + WINDOW);
      Candidate best = candidates.get(0);
      for (Candidate candidate : candidates) {
        if (2 * candidate.missed(from, to) < best.missed(from, to)) {
          best = candidate;
        }
      }
      System.arraycopy(best.signal, from, mixture, from, to - from);
    }
    return mixture;
  }

  private static float[] disagreement(List<Candidate> candidates, Candidate chosen) {
    float[] most = new float[chosen.signal.length];
    for (Candidate candidate : candidates) {
      for (int i = 0; i < most.length; i++) {
        most[i] = Math.max(most[i], Math.abs(candidate.signal[i] - chosen.signal[i]));
      }
    }
    return most;
  }
}
