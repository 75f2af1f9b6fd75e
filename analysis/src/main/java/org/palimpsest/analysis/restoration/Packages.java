package org.palimpsest.analysis.restoration;

import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;

/** The packages of a request, each held against the kind that is needed. */
final class Packages {
  private static final String START = "start";
  private static final String REMOVER = "remover";
  private static final String EXHIBIT = "exhibit";

  private Packages() {}

  static ModelPackage require(Optional<ModelPackage> model, ModelKind kind, String method)
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

  /** What an inversion needs; sets {@code start} to what will happen. */
  static KnownProtector known(RestorationRequest request, Parameters parameters)
      throws RefusedException {
    ModelPackage protector = require(request.protector(), ModelKind.PROTECTOR, Inversion.ID);
    String start = parameters.choice(START, REMOVER, EXHIBIT);
    if (start.equals(EXHIBIT) || request.remover().isEmpty()) {
      parameters.put(START, EXHIBIT);
      return new KnownProtector(protector, Optional.empty());
    }
    ModelPackage remover = require(request.remover(), ModelKind.REMOVER, Inversion.ID);
    return new KnownProtector(protector, Optional.of(remover));
  }
}
