package org.palimpsest.analysis.preimage;

import java.util.List;

/**
 * For each window of a signal the mixture of past steps that would cancel most of the residual in
 * it and its two neighbours: least squares by normal equations, scaled to a diagonal of one so that
 * late small steps count as much as early large ones. Between the middles of windows weights are
 * interpolated.
 */
final class WindowWeights {
  private final int windowSamples;
  private final double[][] weights;

  private WindowWeights(int windowSamples, double[][] weights) {
    this.windowSamples = windowSamples;
    this.weights = weights;
  }

  static WindowWeights of(
      List<Step> steps, float[] residual, int windowSamples, double regularisation) {
    int size = steps.size();
    int windows = Math.max(1, (residual.length + windowSamples - 1) / windowSamples);
    double[][][] products = new double[windows][][];
    for (int w = 0; w < windows; w++) {
      int from = w * windowSamples;
      products[w] =
          products(steps, residual, from, Math.min(residual.length, from + windowSamples));
    }
    double[][] weights = new double[windows][];
    for (int w = 0; w < windows; w++) {
      double[][] sum = new double[size][size + 1];
      for (int v = Math.max(0, w - 1); v <= Math.min(windows - 1, w + 1); v++) {
        for (int a = 0; a < size; a++) {
          for (int b = 0; b <= size; b++) {
            sum[a][b] += products[v][a][b];
          }
        }
      }
      weights[w] = solve(sum, regularisation);
    }
    return new WindowWeights(windowSamples, weights);
  }

  /** Puts the weights of the steps at sample {@code i} into {@code into}. */
  void at(int i, double[] into) {
    double place = (i - windowSamples / 2.0) / windowSamples;
    place = Math.max(0, Math.min(weights.length - 1, place));
    int left = Math.min((int) place, weights.length - 1);
    int right = Math.min(left + 1, weights.length - 1);
    double share = place - left;
    for (int k = 0; k < into.length; k++) {
      into[k] = (1 - share) * weights[left][k] + share * weights[right][k];
    }
  }

  /** Inner products of the changes with each other and, last in each row, with the residual. */
  private static double[][] products(List<Step> steps, float[] residual, int from, int to) {
    int size = steps.size();
    double[][] products = new double[size][size + 1];
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        products[a][b] = product(steps.get(a).changed, steps.get(b).changed, from, to);
        products[b][a] = products[a][b];
      }
      products[a][size] = product(steps.get(a).changed, residual, from, to);
    }
    return products;
  }

  private static double product(float[] a, float[] b, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** Gaussian elimination of the scaled and regularised system, which is positive definite. */
  private static double[] solve(double[][] system, double regularisation) {
    int size = system.length;
    double[] scale = new double[size];
    for (int a = 0; a < size; a++) {
      scale[a] = system[a][a] > 0 ? 1 / Math.sqrt(system[a][a]) : 0;
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        system[a][b] *= scale[a] * scale[b];
      }
      system[a][a] += scale[a] > 0 ? regularisation : 1;
      system[a][size] *= scale[a];
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int b = pivot; b <= size; b++) {
          system[row][b] -= factor * system[pivot][b];
        }
      }
    }
    double[] solution = new double[size];
    for (int a = size - 1; a >= 0; a--) {
      double value = system[a][size];
      for (int b = a + 1; b < size; b++) {
        value -= system[a][b] * solution[b];
      }
      solution[a] = value / system[a][a];
    }
    for (int a = 0; a < size; a++) {
      solution[a] *= scale[a];
    }
    return solution;
  }
}
