package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "query",
    description = "Write what an authority is to stamp (RFC 3161). The case is only read.")
final class TimestampQueryCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToRead target;

  @Option(
      names = "--out",
      paramLabel = "FILE.tsq",
      required = true,
      description = "A file that does not exist yet, outside the case.")
  private Path out;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Number of entries of the checkpoint; the newest by default.")
  private Long size;

  private final Terminal terminal;
  private final Workbench workbench;

  TimestampQueryCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = target.open(workbench, terminal)) {
      OptionalLong wanted = size == null ? OptionalLong.empty() : OptionalLong.of(size);
      long stamped = workbench.stampCheckpoint().query(file, wanted, out);
      JsonObject json = new JsonObject();
      json.addProperty("checkpointSize", stamped);
      json.addProperty("file", out.toString());
      terminal.result(
          output.json(),
          json,
          List.of(out + "  over the checkpoint of " + Count.of(stamped, "entry")));
    }
    return 0;
  }
}
