package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.format.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "extract", description = "Copy the stored bytes of an exhibit or restoration.")
final class ExtractCommand implements Callable<Integer> {
  @Mixin private JsonOption output;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the case.")
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description =
          "Of an exhibit (Q1, K1, …), a restoration (R1, …), or its confidence track"
              + " (R1-confidence).")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A file that does not exist yet.")
  private Path out;

  private final Terminal terminal;
  private final Workbench workbench;

  ExtractCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = workbench.openCase().readOnly(folder)) {
      Sha256 hash = workbench.sounds().hashOf(file, id);
      copy(file, hash);
      JsonObject json = new JsonObject();
      json.addProperty("id", id);
      json.addProperty("sha256", hash.hex());
      json.addProperty("file", out.toString());
      terminal.result(output.json(), json, List.of(id + " " + hash.hex() + " written to " + out));
    }
    return 0;
  }

  private void copy(CaseFile file, Sha256 hash) throws RefusedException {
    OutputFile.require(out, folder);
    try {
      file.blobs().check(hash);
      try (InputStream in = file.blobs().open(hash)) {
        Files.copy(in, out);
      }
    } catch (FileAlreadyExistsException e) {
      throw new RefusedException(out + ": exists already; nothing is overwritten", e);
    } catch (IOException e) {
      throw new RefusedException(
          id + ": cannot be copied to " + out + " (" + e.getMessage() + ")", e);
    }
  }
}
