package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.ModelKind;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.restoration.RestorationPlanner;
import org.palimpsest.analysis.restoration.RestorationRequest;

/** Finds and proves the packages that a request names, or all that are installed. */
final class RosterChoice {
  private final ModelCatalogue catalogue;
  private final PackageCheck check;
  private final RestorationPlanner planner = new RestorationPlanner();

  RosterChoice(ModelCatalogue catalogue, PackageCheck check) {
    this.catalogue = catalogue;
    this.check = check;
  }

  Roster choose(EvaluationRequest request) throws RefusedException {
    List<String> methods = request.methods().isEmpty() ? planner.methods() : request.methods();
    List<Defence> defences = new ArrayList<>();
    for (ModelPackage protector : named(request.protectors(), ModelKind.PROTECTOR)) {
      List<Removal> removals = new ArrayList<>();
      for (String method : methods.stream().distinct().toList()) {
        removals.add(removal(method, protector));
      }
      defences.add(new Defence(protector, removals));
    }
    Roster roster = new Roster(defences, judges(request));
    for (ModelPackage model : roster.packages()) {
      check.require(model);
    }
    return roster;
  }

  private Removal removal(String words, ModelPackage protector) throws RefusedException {
    MethodChoice choice = MethodChoice.parse(words);
    String method = choice.method();
    planner.defaults(method); // refuses an unknown method
    Optional<ModelPackage> paired =
        catalogue.newest(ModelKind.REMOVER, Optional.of(protector.reference()));
    Optional<ModelPackage> remover = paired;
    if (paired.isEmpty() && !planner.needsProtector(method)) {
      remover = catalogue.newest(ModelKind.REMOVER, Optional.empty());
    }
    boolean informed = planner.needsProtector(method) || paired.isPresent();
    RestorationRequest request =
        new RestorationRequest(method, choice.parameters(), Optional.of(protector), remover);
    planner.plan(request, ""); // refuses a method without its packages
    return new Removal(
        choice.words(), request, informed ? Scenario.WELL_INFORMED : Scenario.SEMI_INFORMED);
  }

  private List<Judge> judges(EvaluationRequest request) throws RefusedException {
    Map<String, Judge> judges = new LinkedHashMap<>();
    boolean noneNamed = request.encoders().isEmpty() && request.blackBoxes().isEmpty();
    if (noneNamed) {
      for (ModelPackage encoder : named(List.of(), ModelKind.SPEAKER_ENCODER)) {
        judges.put(encoder.sha256(), new Judge(encoder, Judge.Box.UNSTATED));
      }
      return List.copyOf(judges.values());
    }
    for (String reference : request.encoders()) {
      ModelPackage encoder = open(reference, ModelKind.SPEAKER_ENCODER);
      judges.putIfAbsent(encoder.sha256(), new Judge(encoder, Judge.Box.WHITE));
    }
    for (String reference : request.blackBoxes()) {
      ModelPackage encoder = open(reference, ModelKind.SPEAKER_ENCODER);
      Judge before = judges.put(encoder.sha256(), new Judge(encoder, Judge.Box.BLACK));
      if (before != null && before.stated() == Judge.Box.WHITE) {
        throw new RefusedException(
            reference + ": named both with --encoder and with --black-box; it can be one of them");
      }
    }
    return List.copyOf(judges.values());
  }

  private List<ModelPackage> named(List<String> references, ModelKind kind)
      throws RefusedException {
    Map<String, ModelPackage> found = new LinkedHashMap<>();
    for (String reference : references) {
      ModelPackage model = open(reference, kind);
      found.putIfAbsent(model.reference() + model.sha256(), model);
    }
    if (references.isEmpty()) {
      catalogue.all(kind).forEach(model -> found.put(model.reference(), model));
    }
    if (found.isEmpty()) {
      throw new RefusedException("no " + kind.id() + " package is installed; see 'model list'");
    }
    return List.copyOf(found.values());
  }

  private ModelPackage open(String reference, ModelKind kind) throws RefusedException {
    ModelPackage model = catalogue.open(reference);
    if (model.kind() != kind) {
      throw new RefusedException(
          String.format("%s: is a %s, not a %s", reference, model.kind().id(), kind.id()));
    }
    return model;
  }
}
