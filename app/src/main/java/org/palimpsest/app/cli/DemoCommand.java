package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.DemoCase;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "The main job on the bundled recordings.")
final class DemoCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Option(names = "--case", paramLabel = "DIR", description = "Folder to make.")
  private Path folder;

  private final Terminal terminal;
  private final Workbench workbench;

  DemoCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    Path target = folder == null ? DemoCase.unusedFolder(Path.of("")) : folder.toAbsolutePath();
    DemoCase.Result result;
    try (Interruption interruption = new Interruption()) {
      result = workbench.demoCase().make(target, terminal.progress(), interruption);
    }
    VerificationReport verification = workbench.checkCase().verify(target, Optional.empty());
    JsonObject json = new JsonObject();
    json.addProperty("folder", result.folder().toString());
    json.addProperty("report", result.report().toString());
    json.addProperty("verified", verification.verified());
    json.addProperty("anchored", verification.anchored());
    terminal.result(output.json(), json, lines(result, verification));
    return verification.verified() ? 0 : PalimpsestCommandLine.NO;
  }

  private static List<String> lines(DemoCase.Result result, VerificationReport verification) {
    CaseView view = result.view();
    List<String> lines = new ArrayList<>();
    lines.add("Exhibits");
    for (Exhibit exhibit : view.exhibits()) {
      lines.add(
          String.format(
              "  %-3s %-11s %-14s %5.2f s  SHA-256 %s…",
              exhibit.id(),
              exhibit.role().text(),
              exhibit.label(),
              exhibit.facts().map(Exhibit.Facts::seconds).orElse(0.0),
              exhibit.blob().sha256().hex().substring(0, 16)));
    }
    lines.add("");
    lines.add("Restoration                  SNR to the original    samples     similarity to the");
    lines.add(
        "                             protected   restored   exact       known voices K1, K2");
    for (Exhibit exhibit : view.exhibits()) {
      similarities(view, exhibit.id())
          .filter(s -> !view.restorationsOf(exhibit.id()).isEmpty())
          .ifPresent(
              s -> lines.add(String.format("  %-4s %-56s %s", exhibit.id(), "as seized", s)));
      for (StepView restoration : view.restorationsOf(exhibit.id())) {
        lines.add(line(view, restoration));
      }
    }
    lines.add("");
    lines.add("A similarity ranks; it is not a likelihood ratio.");
    lines.add("Case    " + result.folder());
    lines.add("Report  " + result.report());
    lines.add(
        String.format(
            "Ledger  %s, %s, %s",
            verification.verified() ? "verified" : "NOT VERIFIED",
            Count.of(verification.entries(), "entry"),
            verification.anchored() ? "anchored" : "not anchored"));
    return lines;
  }

  private static String line(CaseView view, StepView step) {
    if (!step.completed()) {
      return String.format(
          "  %-4s %-21s %s", step.id(), step.method(), step.step().outcome().text());
    }
    return String.format(
        "  %-4s %-21s %6s dB  %6s dB  %6s %%      %s",
        step.id(),
        step.method(),
        rounded(step, "exhibitSnrToOriginalDb", 0, 1),
        rounded(step, "restoredSnrToOriginalDb", 0, 1),
        rounded(step, "bitExactShare", 2, 1),
        similarities(view, step.id()).orElse("none"));
  }

  private static Optional<String> similarities(CaseView view, String subject) {
    return view.comparisons().stream()
        .filter(c -> c.completed() && c.subject().equals(subject))
        .findFirst()
        .map(c -> rounded(c, "similarity K1", 0, 3) + "  " + rounded(c, "similarity K2", 0, 3));
  }

  private static String rounded(StepView step, String figure, int shift, int digits) {
    String decimal = step.figures().get(figure);
    try {
      return new BigDecimal(decimal)
          .movePointRight(shift)
          .setScale(digits, RoundingMode.HALF_EVEN)
          .toPlainString();
    } catch (NumberFormatException e) {
      return decimal; // an infinite ratio: no difference is left
    }
  }
}
