package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.verify.Finding;
import org.palimpsest.evidence.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Re-derive everything a case claims. Status 1: it does not hold.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "DIR", description = "The folder of the case.")
  private Path folder;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A signed note from elsewhere.")
  private Path checkpoint;

  private final Terminal terminal;
  private final Workbench workbench;

  VerifyCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    VerificationReport report =
        workbench.checkCase().verify(folder, Optional.ofNullable(checkpoint));
    boolean openKey = hasOpenKey();
    JsonObject json = JsonParser.parseString(CanonicalJson.text(report.toJson())).getAsJsonObject();
    json.addProperty("openKey", openKey);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%s: %d entries, %d checkpoints, %d blobs",
            report.verified() ? "verified" : "NOT VERIFIED",
            report.entries(),
            report.checkpoints(),
            report.blobs()));
    report.findings().stream().map(Finding::line).forEach(lines::add);
    lines.addAll(report.remarks());
    if (openKey) {
      lines.add("key not password-protected");
    }
    terminal.result(output.json(), json, lines);
    return report.verified() ? 0 : PalimpsestCommandLine.NO;
  }

  private boolean hasOpenKey() {
    try (CaseFile file = workbench.openCase().readOnly(folder)) {
      return workbench.openCase().hasOpenKey(file.description().examiner());
    } catch (CaseException e) {
      return false; // the report says what is wrong with the case
    }
  }
}
