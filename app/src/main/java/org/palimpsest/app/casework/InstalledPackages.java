package org.palimpsest.app.casework;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;

/** The model packages on this computer: which there are, whether they hold, and one more. */
public final class InstalledPackages {
  private static final String CARD = "CARD.md";

  /**
   * A package that is installed.
   *
   * @param model absent where it is damaged
   * @param problem what is wrong with it
   */
  public record Installed(Path folder, Optional<ModelPackage> model, Optional<String> problem) {}

  private final ModelCatalogue catalogue;
  private final PackageCheck check;

  InstalledPackages(ModelCatalogue catalogue, PackageCheck check) {
    this.catalogue = catalogue;
    this.check = check;
  }

  /** All, by id and version; each model file is hashed. */
  public List<Installed> all() throws RefusedException {
    List<Installed> found = new ArrayList<>();
    for (Path folder : catalogue.folders()) {
      try {
        found.add(
            new Installed(folder, Optional.of(catalogue.openInstalled(folder)), Optional.empty()));
      } catch (RefusedException e) {
        found.add(new Installed(folder, Optional.empty(), Optional.of(e.getMessage())));
      }
    }
    return found;
  }

  /** What the package's author says of it: data, figures, limits. Empty where nothing is said. */
  public Optional<String> card(ModelPackage model) throws RefusedException {
    return model.files().names().contains(CARD)
        ? Optional.of(new String(model.files().bytes(CARD), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Proves what a package states, point by point. */
  public List<PackageCheck.Result> prove(ModelPackage model) throws RefusedException {
    return check.run(model);
  }

  /**
   * Installs a package for this user.
   *
   * @param source a folder or zip; refused unless everything that it states holds
   */
  public Installed install(Path source) throws RefusedException {
    ModelPackage model = ModelPackage.open(source);
    check.requireProven(model);
    return new Installed(catalogue.install(model), Optional.of(model), Optional.empty());
  }
}
