package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotation;
import org.palimpsest.app.annotation.Words;
import org.palimpsest.app.annotation.exchange.AnnotationFiles;
import org.palimpsest.app.annotation.journal.Change;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description =
        "Add annotations from a TextGrid or a CSV file to this computer's journal of a signal.")
final class AnnotateImportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToRead source;

  @Parameters(index = "1", paramLabel = "ID", description = "An exhibit or a restoration.")
  private String id;

  @Parameters(index = "2", paramLabel = "FILE", description = "What to read.")
  private Path in;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Of those without one; the examiner by default.")
  private String author;

  @Option(
      names = "--tier",
      paramLabel = "NAME",
      defaultValue = "imported",
      description = "Of those without one.")
  private String tier;

  private final Terminal terminal;
  private final Workbench workbench;
  private final Clock clock = Clock.systemUTC();

  AnnotateImportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = source.open(workbench, terminal)) {
      AnnotatedSignal signal = workbench.annotateSignal().signal(file, id);
      String who = author == null ? file.description().examiner() : Words.clean(author);
      Instant now = clock.instant();
      try (Journal journal = workbench.annotateSignal().open(file, signal)) {
        Set<UUID> taken =
            journal.annotations().list().stream().map(Annotation::id).collect(Collectors.toSet());
        AnnotationFiles.Defaults defaults =
            new AnnotationFiles.Defaults(Words.clean(tier), who, now);
        List<Annotation> added = AnnotationFiles.read(in, signal, taken, defaults);
        String title = "Import of " + in.getFileName();
        journal.make(new Change(title, List.of(), added, who, now));
        JsonObject json = new JsonObject();
        json.addProperty("added", added.size());
        json.addProperty("count", journal.annotations().list().size());
        terminal.result(
            output.json(),
            json,
            List.of(
                Count.of(added.size(), "annotation")
                    + " added to "
                    + id
                    + "; enter them in the ledger with 'palimpsest annotate enter'"));
      }
    }
    return 0;
  }
}
