package org.palimpsest.analysis.restoration;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelKind;

/** {@link LearnedRemover}. */
final class LearnedRemoverRecipe implements Recipe {
  @Override
  public String id() {
    return LearnedRemover.ID;
  }

  @Override
  public String version() {
    return LearnedRemover.VERSION;
  }

  @Override
  public boolean needsProtector() {
    return false;
  }

  @Override
  public SortedMap<String, String> defaults() {
    return new TreeMap<>(Map.of("chunkSamples", "32000"));
  }

  @Override
  public RestorationMethod make(RestorationRequest request, Parameters parameters)
      throws RefusedException {
    return new LearnedRemover(
        Packages.require(request.remover(), ModelKind.REMOVER, id()),
        parameters.integer("chunkSamples", 1600));
  }
}
