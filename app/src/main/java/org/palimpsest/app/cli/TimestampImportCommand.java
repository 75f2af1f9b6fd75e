package org.palimpsest.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.app.casework.StampCheckpoint;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.format.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "import", description = "Check what an authority answered, and enter it.")
final class TimestampImportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToWrite target;

  @Option(
      names = "--query",
      paramLabel = "FILE.tsq",
      required = true,
      description = "What was sent.")
  private Path query;

  @Option(
      names = "--response",
      paramLabel = "FILE.tsr",
      required = true,
      description = "What came back.")
  private Path response;

  @Option(
      names = "--certificate",
      paramLabel = "FILE.pem",
      description = "Of the authority or of its root, which it must lead to then; repeatable.")
  private List<Path> certificates = new ArrayList<>();

  private final Terminal terminal;
  private final Workbench workbench;

  TimestampImportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    StampCheckpoint.Received received = new StampCheckpoint.Received(query, response, certificates);
    return target.enter(
        workbench,
        terminal,
        output.json(),
        file -> {
          LedgerEntry entry = workbench.stampCheckpoint().receive(file, received);
          return new CaseToWrite.Entered(entry, line(entry.body()));
        });
  }

  private static String line(JsonObject body) {
    return String.format(
        "%s  checkpoint of %s stamped at %s by %s",
        body.string("id"),
        Count.of(body.integer("checkpointSize"), "entry"),
        body.string("stampedTime"),
        body.string("authority"));
  }
}
