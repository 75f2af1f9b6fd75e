package org.palimpsest.analysis.restoration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.method.AnalysisPlan;

/** Turns a request into a plan, or refuses it: the door of this package. Stateless. */
public final class RestorationPlanner {
  private static final String START = "start";
  private static final SortedMap<String, String> SHARED =
      new TreeMap<>(Map.of("chunkSamples", "32000"));
  private static final SortedMap<String, String> ITERATION =
      new TreeMap<>(
          Map.of("iterations", "30", "guardSamples", "400", "growth", "1.2", "settledLsb", "0.02"));

  /** The ids of the methods, in the order in which they are offered. */
  public List<String> methods() {
    return List.of(Inversion.ID, LearnedRemover.ID);
  }

  /** Whether a method needs the protector, rather than a remover. */
  public boolean needsProtector(String method) {
    return Inversion.ID.equals(method);
  }

  /** Every parameter of a method with its default. */
  public SortedMap<String, String> defaults(String method) throws RefusedException {
    SortedMap<String, String> defaults = new TreeMap<>(SHARED);
    if (method.equals(Inversion.ID)) {
      defaults.putAll(ITERATION);
      defaults.put(START, "remover");
    } else if (!method.equals(LearnedRemover.ID)) {
      throw new RefusedException(
          "no restoration method \"" + method + "\"; there are " + String.join(", ", methods()));
    }
    return defaults;
  }

  /**
   * @param inputSha256 of the blob that holds the exhibit
   */
  public PlannedRestoration plan(RestorationRequest request, String inputSha256)
      throws RefusedException {
    SortedMap<String, String> parameters = defaults(request.method());
    for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
      if (parameters.put(parameter.getKey(), parameter.getValue()) == null) {
        throw new RefusedException(
            String.format(
                "%s has no parameter \"%s\"; it has %s",
                request.method(), parameter.getKey(), defaults(request.method()).keySet()));
      }
    }
    RestorationMethod method = method(request, parameters);
    String version =
        request.method().equals(Inversion.ID) ? Inversion.VERSION : LearnedRemover.VERSION;
    AnalysisPlan plan =
        new AnalysisPlan(
            request.method(),
            version,
            parameters,
            List.of(inputSha256),
            method.models().stream().map(ModelPackage::use).toList());
    return new PlannedRestoration(plan, method);
  }

  private static RestorationMethod method(
      RestorationRequest request, SortedMap<String, String> parameters) throws RefusedException {
    int chunk = integer(parameters, "chunkSamples");
    if (chunk < 1600) {
      throw new RefusedException("chunkSamples must be at least 1600");
    }
    if (request.method().equals(LearnedRemover.ID)) {
      return new LearnedRemover(
          require(request.remover(), ModelKind.REMOVER, LearnedRemover.ID), chunk);
    }
    ModelPackage protector = require(request.protector(), ModelKind.PROTECTOR, Inversion.ID);
    Optional<ModelPackage> remover = request.remover();
    String start = parameters.get(START);
    if (!start.equals("remover") && !start.equals("exhibit")) {
      throw new RefusedException("start is either remover or exhibit, not \"" + start + "\"");
    }
    if (start.equals("exhibit") || remover.isEmpty()) {
      remover = Optional.empty();
      parameters.put(START, "exhibit"); // the plan states what will happen
    } else {
      require(remover, ModelKind.REMOVER, Inversion.ID);
    }
    return new Inversion(protector, remover, settings(parameters), chunk);
  }

  private static InversionSettings settings(SortedMap<String, String> parameters)
      throws RefusedException {
    try {
      return new InversionSettings(
          integer(parameters, "iterations"),
          integer(parameters, "guardSamples"),
          decimal(parameters, "growth"),
          decimal(parameters, "settledLsb"));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Inversion.ID + ": " + e.getMessage(), e);
    }
  }

  private static ModelPackage require(Optional<ModelPackage> model, ModelKind kind, String method)
      throws RefusedException {
    if (model.isEmpty()) {
      throw new RefusedException(
          String.format("%s needs a %s package; none fits", method, kind.id()));
    }
    if (model.get().kind() != kind) {
      throw new RefusedException(
          String.format(
              "%s is a %s, not a %s", model.get().reference(), model.get().kind().id(), kind.id()));
    }
    return model.get();
  }

  private static int integer(SortedMap<String, String> parameters, String name)
      throws RefusedException {
    try {
      return Integer.parseInt(parameters.get(name));
    } catch (NumberFormatException e) {
      throw new RefusedException(
          name + " is a whole number, not \"" + parameters.get(name) + "\"", e);
    }
  }

  private static double decimal(SortedMap<String, String> parameters, String name)
      throws RefusedException {
    try {
      double value = Double.parseDouble(parameters.get(name));
      if (value > 0 && value < 1000) {
        return value;
      }
      throw new RefusedException(name + " must lie between 0 and 1000");
    } catch (NumberFormatException e) {
      throw new RefusedException(name + " is a number, not \"" + parameters.get(name) + "\"", e);
    }
  }
}
