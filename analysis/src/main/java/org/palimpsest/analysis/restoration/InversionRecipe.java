package org.palimpsest.analysis.restoration;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.preimage.AndersonSettings;
import org.palimpsest.analysis.preimage.PreImage;

/** {@link Inversion}; every default is explained in docs/methods/inversion.md. */
final class InversionRecipe implements Recipe {
  @Override
  public String id() {
    return Inversion.ID;
  }

  @Override
  public String version() {
    return Inversion.VERSION;
  }

  @Override
  public boolean needsProtector() {
    return true;
  }

  @Override
  public SortedMap<String, String> defaults() {
    SortedMap<String, String> defaults = new TreeMap<>();
    defaults.putAll(
        Map.of(
            "iterations", "30",
            "history", "8",
            "windowSamples", "1600",
            "regularisation", "1e-8",
            "safeguard", "yes",
            "settledLsb", "0.05",
            "gridRounds", "2"));
    defaults.putAll(
        Map.of(
            "gainDb", "search",
            "start", "remover",
            "starts", "3",
            "startNoise", "0.2",
            "boundFactor", "1.5",
            "ambiguousLsb", "1",
            "certainDoubt", "0.001",
            "chunkSamples", "64000",
            "marginContexts", "4"));
    return defaults;
  }

  @Override
  public RestorationMethod make(RestorationRequest request, Parameters parameters)
      throws RefusedException {
    int chunk = parameters.integer("chunkSamples", 1600);
    try {
      AndersonSettings solver =
          new AndersonSettings(
              parameters.integer("iterations"),
              parameters.integer("history"),
              parameters.integer("windowSamples"),
              parameters.decimal("regularisation"),
              parameters.choice("safeguard", "yes", "no").equals("yes"),
              parameters.decimal("settledLsb"));
      return new Inversion(
          Packages.known(request, parameters),
          new PreImage(solver, parameters.integer("gridRounds", 0)),
          new Starts(parameters.integer("starts"), parameters.decimal("startNoise"), 1),
          new ConfidenceSettings(
              parameters.decimal("boundFactor"),
              parameters.decimal("ambiguousLsb"),
              parameters.decimal("certainDoubt")),
          Gain.of(parameters.text("gainDb")),
          chunk,
          parameters.integer("marginContexts", 1));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(id() + ": " + e.getMessage(), e);
    }
  }
}
