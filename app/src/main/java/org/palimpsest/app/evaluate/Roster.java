package org.palimpsest.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.restoration.RestorationRequest;

/** Who takes part. */
record Roster(List<Defence> defences, List<Judge> judges) {
  List<ModelPackage> encoders() {
    return judges.stream().map(Judge::encoder).toList();
  }

  /** Every package once, protectors first. */
  List<ModelPackage> packages() {
    List<ModelPackage> all = new ArrayList<>();
    for (Defence defence : defences) {
      all.add(defence.protector());
      defence.removals().stream()
          .map(Removal::request)
          .map(RestorationRequest::remover)
          .flatMap(Optional::stream)
          .forEach(all::add);
    }
    all.addAll(encoders());
    Map<String, ModelPackage> once = new LinkedHashMap<>();
    all.forEach(model -> once.putIfAbsent(model.reference() + model.sha256(), model));
    return List.copyOf(once.values());
  }
}
