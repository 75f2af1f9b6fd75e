package org.palimpsest.app.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.palimpsest.app.words.Figure;
import org.palimpsest.app.words.JsonText;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.ModelUse;
import org.palimpsest.evidence.entry.v1.Step;
import org.palimpsest.evidence.format.JsonObject;

/** One step: what was planned, how it ended, what came out. */
final class StepBlock {
  private static final List<Column> FIGURES =
      List.of(new Column("figure", 330), new Column("value", PdfPages.WIDTH - 330));

  private StepBlock() {}

  static void set(PdfPages pages, LedgerEntry entry) throws IOException {
    JsonObject body = entry.body();
    Step step = entry.step().orElseThrow();
    List<String> inputs = step.inputs().stream().map(Artifact::id).toList();
    String joined = entry.is(EntryKind.RESTORATION) ? " (original known: %s)" : " with %s";
    String with =
        inputs.size() < 2
            ? ""
            : String.format(joined, String.join(", ", inputs.subList(1, inputs.size())));
    pages.subheading(
        String.format(
            "%s: %s of %s%s: %s",
            body.string("id"),
            step.plan().string("method"),
            inputs.get(0),
            with,
            step.outcome().text()));
    Facts facts = new Facts(pages);
    facts.row("Entry", Long.toString(entry.seq()));
    if (body.has("message")) {
      facts.row("Reason", body.string("message"));
    }
    facts.row(
        "Method", step.plan().string("method") + ", version " + step.plan().string("version"));
    facts.row("Parameters", parameters(step.plan().object("parameters")));
    for (ModelUse model : step.models()) {
      facts.row(
          "Model",
          model.id()
              + "@"
              + model.version()
              + selfTest(body, model)
              + ", SHA-256 "
              + model.sha256().hex());
    }
    for (Artifact output : step.outputs()) {
      boolean signal = output.id().equals(body.string("id"));
      facts.row(signal ? "Result, SHA-256" : output.id() + ", SHA-256", output.sha256().hex());
    }
    if (!step.results().members().isEmpty()) {
      pages.space(4);
      pages.table(
          FIGURES,
          Figure.of(step.results()).stream().map(f -> List.of(f.name(), f.value())).toList(),
          8.5);
    }
  }

  /**
   * A package without a golden vector cannot show that it runs here as it ran where it was made.
   */
  private static String selfTest(JsonObject body, ModelUse model) {
    boolean without =
        body.has("packages")
            && body.array("packages").objects().stream()
                .filter(p -> p.string("id").equals(model.id()))
                .anyMatch(p -> p.has("selfTest") && !p.bool("selfTest"));
    return without ? " (no self-test)" : "";
  }

  private static String parameters(JsonObject parameters) {
    return parameters.members().entrySet().stream()
        .map(p -> p.getKey() + " = " + JsonText.of(p.getValue()))
        .collect(Collectors.joining(", "));
  }
}
