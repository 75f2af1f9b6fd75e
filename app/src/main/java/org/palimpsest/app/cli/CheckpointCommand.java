package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "checkpoint",
    description = "The newest checkpoint, to be kept elsewhere, or a proof from an older one.")
final class CheckpointCommand implements Callable<Integer> {
  private static final int LARGEST = 1 << 16;

  @Mixin private JsonOption output;
  @Mixin private CaseToRead target;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = "An older checkpoint: prove that the case continues it.")
  private Path since;

  @Option(names = "--out", paramLabel = "FILE", description = "Write it there.")
  private Path out;

  private final Terminal terminal;
  private final Workbench workbench;

  CheckpointCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      String text =
          since == null
              ? workbench.exportCheckpoint().note(file)
              : workbench.exportCheckpoint().consistency(file, older());
      JsonObject json = new JsonObject();
      json.addProperty("size", file.size());
      json.addProperty(since == null ? "checkpoint" : "proof", text);
      if (out == null) {
        terminal.result(output.json(), json, text.lines().toList());
      } else {
        OutputFile.require(out, target.folder());
        write(text);
        json.addProperty("file", out.toString());
        terminal.result(output.json(), json, List.of(out + "  " + Count.of(file.size(), "entry")));
      }
    }
    return 0;
  }

  private byte[] older() throws RefusedException {
    try (InputStream in = Files.newInputStream(since)) {
      return in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw new RefusedException(since + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private void write(String text) throws RefusedException {
    try {
      Files.writeString(out, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new RefusedException(out + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
