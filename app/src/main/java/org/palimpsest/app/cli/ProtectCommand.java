package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "protect", description = "Protect a recording, for validation.")
final class ProtectCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(paramLabel = "FILE", description = "A recording, of any format that import takes.")
  private Path file;

  @Option(
      names = "--protector",
      paramLabel = "PKG",
      required = true,
      description = "Installed id, id@version, folder or zip.")
  private String protector;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A file that does not exist yet.")
  private Path out;

  @Option(names = "--channel", description = "From 1.")
  private Integer channel;

  private final Terminal terminal;
  private final Workbench workbench;

  ProtectCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    OptionalInt choice = channel == null ? OptionalInt.empty() : OptionalInt.of(channel);
    double snr = workbench.protectRecording().run(file, choice, protector, out);
    JsonObject json = new JsonObject();
    json.addProperty("file", out.toString());
    if (Double.isFinite(snr)) {
      json.addProperty("snrDb", snr);
    }
    terminal.result(
        output.json(),
        json,
        List.of(String.format(Locale.ROOT, "%s  SNR to the recording %.2f dB", out, snr)));
    return 0;
  }
}
