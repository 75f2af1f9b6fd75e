package org.palimpsest.app.train;

import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;

/** Opens and proves the packages that a training is about. */
public final class TrainingPackages {
  private final ModelCatalogue catalogue;
  private final PackageCheck check;

  public TrainingPackages(ModelCatalogue catalogue, PackageCheck check) {
    this.catalogue = catalogue;
    this.check = check;
  }

  ModelPackage protector(String reference) throws RefusedException {
    return open(reference, ModelKind.PROTECTOR, "--protector");
  }

  Optional<ModelPackage> start(Optional<String> reference) throws RefusedException {
    return reference.isEmpty()
        ? Optional.empty()
        : Optional.of(open(reference.get(), ModelKind.REMOVER, "--from"));
  }

  private ModelPackage open(String reference, ModelKind kind, String option)
      throws RefusedException {
    ModelPackage model = catalogue.open(reference);
    if (model.kind() != kind) {
      throw new RefusedException(
          String.format(
              "%s is a %s; %s needs a %s",
              model.reference(), model.kind().id(), option, kind.id()));
    }
    if (!catalogue.isInstalled(reference)) {
      check.requireProven(model); // an installed one was proven when it came
    }
    return model;
  }
}
