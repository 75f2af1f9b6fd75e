package org.palimpsest.app.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.analysis.restoration.RestorationRequest;
import org.palimpsest.app.words.Count;

/** Finds the packages that a restoration runs with. */
final class PackageChoice {
  private final RestorationPlanner planner;
  private final ModelCatalogue catalogue;
  private final PackageCheck packageCheck;

  PackageChoice(RestorationPlanner planner, ModelCatalogue catalogue, PackageCheck packageCheck) {
    this.planner = planner;
    this.catalogue = catalogue;
    this.packageCheck = packageCheck;
  }

  /** Opens what a request names, or takes what is installed; refuses what does not fit. */
  RestorationRequest resolve(RestoreSpeech.Request request) throws RefusedException {
    Optional<ModelPackage> named = Optional.empty();
    if (request.model().isPresent()) {
      named = Optional.of(catalogue.open(request.model().get()));
      requireKind(request.method(), named); // before it is proven, which takes its time
      if (!catalogue.isInstalled(request.model().get())) {
        packageCheck.requireProven(named.get()); // an installed one was proven when it came
      }
    }
    if (named.isEmpty() && planner.needsProtector(request.method())) {
      requireKind(request.method(), named);
    }
    Optional<ModelPackage> protector = named.filter(m -> m.kind() == ModelKind.PROTECTOR);
    Optional<ModelPackage> remover = named.filter(m -> m.kind() == ModelKind.REMOVER);
    if (protector.isPresent()) {
      remover = catalogue.newest(ModelKind.REMOVER, protector.map(ModelPackage::reference));
    } else if (remover.isEmpty() && !planner.needsProtector(request.method())) {
      remover = catalogue.newest(ModelKind.REMOVER, Optional.empty());
    }
    return new RestorationRequest(request.method(), request.parameters(), protector, remover);
  }

  private void requireKind(String method, Optional<ModelPackage> named) throws RefusedException {
    List<ModelKind> fitting =
        planner.needsProtector(method)
            ? List.of(ModelKind.PROTECTOR)
            : List.of(ModelKind.REMOVER, ModelKind.PROTECTOR); // whose remover is taken then
    if (named.isPresent() && fitting.contains(named.get().kind())) {
      return;
    }
    List<String> installed = new ArrayList<>();
    for (ModelKind kind : fitting) {
      catalogue.all(kind).forEach(model -> installed.add(model.reference()));
    }
    throw new RefusedException(
        String.format(
            "%s needs a package of kind %s, given with --protector; %s; installed of that kind: %s",
            method,
            String.join(" or ", fitting.stream().map(ModelKind::id).toList()),
            named.map(m -> m.reference() + " is a " + m.kind().id()).orElse("none is given"),
            Count.list(installed)));
  }
}
