package org.palimpsest.analysis.restoration;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.AnalysisPlan;

/** Turns a request into a plan, or refuses it: the door of this package. Stateless. */
public final class RestorationPlanner {
  /** The newest version of each method, in the order in which they are offered. */
  private static final List<Recipe> NEWEST =
      List.of(new InversionRecipe(), new LearnedRemoverRecipe());

  /** Kept for what cases hold, and to compare with. */
  private static final List<Recipe> OLDER = List.of(new FixedPointRecipe());

  /** The ids of the methods, in the order in which they are offered. */
  public List<String> methods() {
    return NEWEST.stream().map(Recipe::id).toList();
  }

  /** Whether a method needs the protector, rather than a remover; false for an unknown one. */
  public boolean needsProtector(String method) {
    return NEWEST.stream().anyMatch(r -> r.id().equals(idOf(method)) && r.needsProtector());
  }

  /**
   * Every parameter of a method with its default.
   *
   * @param method its id, for the newest version, or {@code id@version}
   */
  public SortedMap<String, String> defaults(String method) throws RefusedException {
    return recipe(method).defaults();
  }

  /**
   * @param inputSha256 of the blob that holds the exhibit
   */
  public PlannedRestoration plan(RestorationRequest request, String inputSha256)
      throws RefusedException {
    Recipe recipe = recipe(request.method());
    SortedMap<String, String> values = recipe.defaults();
    for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
      if (values.put(parameter.getKey(), parameter.getValue()) == null) {
        throw new RefusedException(
            String.format(
                "%s has no parameter \"%s\"; it has %s",
                recipe.id(), parameter.getKey(), recipe.defaults().keySet()));
      }
    }
    Parameters parameters = new Parameters(values);
    RestorationMethod method = recipe.make(request, parameters);
    AnalysisPlan plan =
        new AnalysisPlan(
            recipe.id(),
            recipe.version(),
            parameters.values(),
            List.of(inputSha256),
            method.models().stream().map(ModelPackage::use).toList());
    return new PlannedRestoration(plan, method);
  }

  private static Recipe recipe(String method) throws RefusedException {
    for (Recipe recipe : NEWEST) {
      if (recipe.id().equals(method)) {
        return recipe;
      }
    }
    for (List<Recipe> recipes : List.of(NEWEST, OLDER)) {
      for (Recipe recipe : recipes) {
        if ((recipe.id() + "@" + recipe.version()).equals(method)) {
          return recipe;
        }
      }
    }
    throw new RefusedException(
        "no restoration method \""
            + method
            + "\"; there are "
            + String.join(", ", NEWEST.stream().map(Recipe::id).toList()));
  }

  private static String idOf(String method) {
    return method.replaceFirst("@.*", "");
  }
}
