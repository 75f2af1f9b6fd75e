package org.palimpsest.analysis.restoration;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.preimage.FixedPointSettings;

/** {@link FixedPointInversion}: version 1 of the inversion. */
final class FixedPointRecipe implements Recipe {
  @Override
  public String id() {
    return Inversion.ID;
  }

  @Override
  public String version() {
    return FixedPointInversion.VERSION;
  }

  @Override
  public boolean needsProtector() {
    return true;
  }

  @Override
  public SortedMap<String, String> defaults() {
    return new TreeMap<>(
        Map.of(
            "iterations", "30",
            "guardSamples", "400",
            "growth", "1.2",
            "settledLsb", "0.02",
            "chunkSamples", "32000",
            "start", "remover"));
  }

  @Override
  public RestorationMethod make(RestorationRequest request, Parameters parameters)
      throws RefusedException {
    int chunk = parameters.integer("chunkSamples", 1600);
    try {
      return new FixedPointInversion(
          Packages.known(request, parameters),
          new FixedPointSettings(
              parameters.integer("iterations"),
              parameters.integer("guardSamples"),
              parameters.decimal("growth"),
              parameters.decimal("settledLsb")),
          chunk);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(id() + ": " + e.getMessage(), e);
    }
  }
}
