package org.palimpsest.analysis.preimage;

/**
 * Parameters of {@link FixedPoint}; docs/methods/inversion-1.md.
 *
 * @param iterations at most, each of one or two evaluations of δ
 * @param guardSamples half width of the window in which the residual must fall
 * @param growth of the step where the residual fell, up to a step of 1
 * @param settledLsb residual below which a sample needs no more work, in steps of 16 bit
 */
public record FixedPointSettings(
    int iterations, int guardSamples, double growth, double settledLsb) {
  public FixedPointSettings {
    if (iterations < 1 || iterations > 1000) {
      throw new IllegalArgumentException("iterations lies between 1 and 1000");
    }
    if (guardSamples < 1 || guardSamples > 160_000) {
      throw new IllegalArgumentException("guardSamples lies between 1 and 160000");
    }
  }
}
