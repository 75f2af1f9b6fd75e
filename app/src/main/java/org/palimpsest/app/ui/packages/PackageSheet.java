package org.palimpsest.app.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.inference.ModelPackage;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.app.casework.InstalledPackages.Installed;

/**
 * What is known of one package.
 *
 * @param facts what it states of itself
 * @param figures what its author measured, by name
 * @param checks what was proven just now; empty before
 * @param card its author's words
 */
record PackageSheet(
    String title, List<Line> facts, List<Line> figures, List<Line> checks, String card) {
  /** A name and its value. */
  record Line(String name, String value) {}

  static final PackageSheet NONE = new PackageSheet("", List.of(), List.of(), List.of(), "");

  static PackageSheet of(Installed one, String card) {
    List<Line> facts = new ArrayList<>();
    List<Line> figures = new ArrayList<>();
    one.problem().ifPresent(problem -> facts.add(new Line("Damaged", problem)));
    one.model()
        .ifPresent(
            model -> {
              describe(model, facts);
              model.metrics().forEach((name, value) -> figures.add(new Line(name, value)));
            });
    facts.add(new Line("Folder", one.folder().toString()));
    return new PackageSheet(title(one), facts, figures, List.of(), card);
  }

  static String title(Installed one) {
    return one.model()
        .map(ModelPackage::reference)
        .orElseGet(() -> one.folder().getParent().getFileName() + "@" + one.folder().getFileName());
  }

  PackageSheet withChecks(List<PackageCheck.Result> results) {
    return new PackageSheet(
        title,
        facts,
        figures,
        results.stream()
            .map(
                one ->
                    new Line(
                        one.name(), (one.passed() ? "holds: " : "DOES NOT HOLD: ") + one.detail()))
            .toList(),
        card);
  }

  private static void describe(ModelPackage model, List<Line> facts) {
    facts.add(new Line("Kind", model.kind().id().replace('-', ' ')));
    facts.add(new Line("Licence", model.licence()));
    facts.add(new Line("SHA-256 of the model", model.sha256()));
    model.protector().ifPresent(p -> facts.add(new Line("Trained with", p)));
    model.victim().ifPresent(v -> facts.add(new Line("Trained against", v)));
    facts.add(
        new Line(
            "Sees",
            model.context().isPresent()
                ? String.format(Locale.ROOT, "%,d samples to each side", model.context().getAsInt())
                : "the whole recording"));
    facts.add(
        new Line("Self-test", model.hasSelfTest() ? "a stored input and its output" : "none"));
  }
}
