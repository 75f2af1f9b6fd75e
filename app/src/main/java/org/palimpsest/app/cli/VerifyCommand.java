package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.CanonicalJson;
import org.palimpsest.evidence.verify.VerificationReport;
import org.palimpsest.evidence.verify.VerifyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Re-derive everything a case claims. Status 1: it does not hold.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(
      paramLabel = "DIR|BUNDLE",
      description = "The folder of a case, or a bundle as a zip file or unpacked.")
  private Path folder;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A signed note from elsewhere, or size and root typed off a report.")
  private Path checkpoint;

  @Option(
      names = "--every-signature",
      description = "Check the signature of every checkpoint, not only of those that vouch.")
  private boolean everySignature;

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description = "Certificate (PEM) of a time stamping authority to trust; repeatable.")
  private List<Path> authorities = new ArrayList<>();

  private final Terminal terminal;
  private final Workbench workbench;

  VerifyCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    VerifyOptions options =
        new VerifyOptions(
            everySignature, Optional.ofNullable(checkpoint), authorities, Instant.now());
    VerificationReport report = workbench.checkCase().verify(folder, options);
    boolean openKey = hasOpenKey();
    JsonObject json = JsonParser.parseString(CanonicalJson.text(report.toJson())).getAsJsonObject();
    json.addProperty("openKey", openKey);
    List<String> lines = new ArrayList<>(report.lines());
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
