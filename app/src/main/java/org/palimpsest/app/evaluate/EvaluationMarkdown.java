package org.palimpsest.app.evaluate;

import static org.palimpsest.app.evaluate.MarkdownNumber.mean;
import static org.palimpsest.app.evaluate.MarkdownNumber.number;
import static org.palimpsest.app.evaluate.MarkdownNumber.spread;

import java.util.List;
import java.util.Locale;
import org.palimpsest.analysis.evaluation.Estoi;
import org.palimpsest.analysis.evaluation.Scenario;
import org.palimpsest.analysis.inference.ModelPackage;

/** An evaluation as tables in Markdown. */
final class EvaluationMarkdown {
  private final Evaluation evaluation;

  EvaluationMarkdown(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  String text() {
    return "# Evaluation\n\n"
        + header()
        + "\n"
        + "Measures, conditions and limits: docs/methods/evaluation.md.\n"
        + "\n"
        + "## Telling speakers apart\n\n"
        + "Equal error rate in %, its 95 % interval by bootstrap over speakers, and the mean cosine"
        + " of two utterances of one speaker. Enrolment–test: *rec* as recorded, *adv* protected,"
        + " *rst* restored, *an*, *qt*, *ms* the baselines.\n\n"
        + verification()
        + "\n## Signals\n\nAgainst the original, over utterances: mean (standard deviation).\n\n"
        + signals()
        + "\n## Restorations\n\nReal-time factor: processor time of one thread over the duration of"
        + " the speech; beside it the same time in evaluations of the protector, both from this"
        + " run.\n\n"
        + restorations()
        + confidence();
  }

  private String header() {
    Header header = evaluation.header();
    DataSet data = header.data();
    StringBuilder text = new StringBuilder("```\n" + header.commandLine() + "\n```\n\n");
    MarkdownTable table = new MarkdownTable(2, List.of("", "what it was made with"));
    header.environment().forEach((name, value) -> table.row(List.of(name, value)));
    table.row(
        List.of(
            "data",
            String.format(
                Locale.ROOT,
                "%s: %d speakers, %d utterances, %.1f s",
                data.name(),
                data.speakers().size(),
                data.utterances().size(),
                data.seconds())));
    table.row(List.of("hash of the data", data.sha256()));
    for (ModelPackage model : header.packages()) {
      table.row(List.of(model.kind().id(), model.reference() + ", " + model.sha256()));
    }
    table.row(List.of("seed", Long.toString(header.seed())));
    header.measures().forEach((name, value) -> table.row(List.of(name, value)));
    text.append(table.text());
    if (!data.skipped().isEmpty()) {
      text.append("\nSkipped, ").append(data.skipped().size()).append(" in all:\n\n");
      data.skipped().forEach(line -> text.append("- ").append(line).append('\n'));
    }
    return text.toString();
  }

  private String verification() {
    MarkdownTable table =
        new MarkdownTable(
            6,
            List.of(
                "protector",
                "wire",
                "encoder",
                "box",
                "enrolment–test",
                "scenario",
                "same",
                "different",
                "EER %",
                "95 %",
                "cosine, same speaker"));
    for (VerificationRow row : evaluation.verification()) {
      table.row(
          List.of(
              row.protector(),
              row.wire(),
              row.encoder(),
              row.box().words(),
              row.trials(),
              row.scenario().map(Scenario::words).orElse(MarkdownTable.NOTHING),
              Integer.toString(row.same()),
              Integer.toString(row.different()),
              number("%.2f", 100 * row.rate()),
              row.interval()
                  .map(i -> number("%.2f", 100 * i.low()) + " to " + number("%.2f", 100 * i.high()))
                  .orElse(MarkdownTable.NOTHING),
              number("%.3f", row.meanSame())));
    }
    return table.text();
  }

  private String signals() {
    MarkdownTable table =
        new MarkdownTable(
            4,
            List.of(
                "protector",
                "wire",
                "condition",
                "scenario",
                "utterances",
                "SNR dB",
                "SI-SDR dB",
                Estoi.NAME,
                "pitch correlation"));
    for (SignalRow row : evaluation.signals()) {
      table.row(
          List.of(
              row.protector(),
              row.wire(),
              row.condition(),
              row.scenario().map(Scenario::words).orElse(MarkdownTable.NOTHING),
              Integer.toString(row.utterances()),
              spread("%.2f", row, Figure.SNR),
              spread("%.2f", row, Figure.SI_SDR),
              spread("%.4f", row, Figure.ESTOI),
              spread("%.4f", row, Figure.PITCH_CORRELATION)));
    }
    return table.text();
  }

  private String restorations() {
    MarkdownTable table =
        new MarkdownTable(
            4,
            List.of(
                "protector",
                "wire",
                "method",
                "scenario",
                "not restored",
                "SNR mean dB",
                "lowest dB",
                "bit-exact %",
                "forward residual dB",
                "unsettled windows %",
                "error energy in them %",
                "evaluations",
                "real-time factor",
                "time in evaluations"));
    for (SignalRow row : evaluation.signals()) {
      if (row.condition().startsWith(Condition.RESTORED)) {
        table.row(
            List.of(
                row.protector(),
                row.wire(),
                method(row),
                row.scenario().map(Scenario::words).orElse(MarkdownTable.NOTHING),
                Integer.toString(row.refused()),
                mean("%.2f", 1, row, Figure.SNR),
                row.figures().containsKey(Figure.SNR)
                    ? number("%.2f", row.figures().get(Figure.SNR).lowest())
                    : MarkdownTable.NOTHING,
                mean("%.2f", 100, row, Figure.BIT_EXACT),
                mean("%.2f", 1, row, Figure.FORWARD_RESIDUAL),
                mean("%.3f", 100, row, Figure.UNSETTLED),
                mean("%.2f", 100, row, Figure.ERROR_IN_UNSETTLED),
                mean("%.1f", 1, row, Figure.EVALUATIONS),
                number("%.4f", row.realTimeFactor()),
                number("%.1f", row.evaluationsOfTime())));
      }
    }
    return table.text();
  }

  private static String method(SignalRow row) {
    return row.condition().substring(Condition.RESTORED.length() + 1);
  }

  /** Only where a method says how far it can be believed. */
  private String confidence() {
    MarkdownTable table =
        new MarkdownTable(
            3,
            List.of(
                "protector",
                "wire",
                "method",
                "windows with nothing left %",
                "windows shown to be unchanged %",
                "windows bounded %",
                "error within its bound %",
                "bound above the error dB",
                "ambiguous windows %",
                "error energy in them %",
                "samples called certain %",
                "of these right %"));
    boolean any = false;
    for (SignalRow row : evaluation.signals()) {
      if (row.figures().containsKey(Figure.CERTAIN)) {
        any = true;
        table.row(
            List.of(
                row.protector(),
                row.wire(),
                method(row),
                mean("%.2f", 100, row, Figure.NOTHING_LEFT),
                mean("%.2f", 100, row, Figure.EXACT_IMAGE),
                mean("%.2f", 100, row, Figure.BOUNDED),
                mean("%.2f", 100, row, Figure.BOUND_HOLDS),
                mean("%.1f", 1, row, Figure.BOUND_EXCESS),
                mean("%.3f", 100, row, Figure.AMBIGUOUS),
                mean("%.2f", 100, row, Figure.ERROR_IN_AMBIGUOUS),
                mean("%.2f", 100, row, Figure.CERTAIN),
                mean("%.3f", 100, row, Figure.CERTAIN_RIGHT)));
      }
    }
    return any
        ? "\n"
            + "## Confidence\n\n"
            + "What a method says of its own result, held against the original; means over"
            + " utterances. The bound is on the error of a 25 ms window; by how much it lies"
            + " above is the median of the windows that have an error.\n\n"
            + table.text()
        : "";
  }
}
