package org.palimpsest.analysis.preimage;

/**
 * Parameters of {@link Anderson}; docs/methods/inversion.md.
 *
 * @param iterations at most
 * @param history steps of which the best mixture is taken; 0: the plain iteration
 * @param windowSamples length of the windows that have weights of their own
 * @param regularisation added to the normal equations, as a share of their diagonal
 * @param safeguard whether a step that would quadruple the residual of its surroundings is replaced
 * @param settledLsb largest residual that needs no more work, in steps of 16 bit
 */
public record AndersonSettings(
    int iterations,
    int history,
    int windowSamples,
    double regularisation,
    boolean safeguard,
    double settledLsb) {
  public AndersonSettings {
    require(iterations >= 1 && iterations <= 1000, "iterations lies between 1 and 1000");
    require(history >= 0 && history <= 20, "history lies between 0 and 20");
    require(
        windowSamples >= 160 && windowSamples <= 160_000,
        "windowSamples lies between 160 and 160000");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
