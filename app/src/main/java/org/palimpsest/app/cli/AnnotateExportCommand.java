package org.palimpsest.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.annotation.AnnotatedSignal;
import org.palimpsest.app.annotation.Annotations;
import org.palimpsest.app.annotation.exchange.AnnotationFiles;
import org.palimpsest.app.annotation.journal.Journal;
import org.palimpsest.app.casework.AnnotateSignal;
import org.palimpsest.app.casework.OutputFile;
import org.palimpsest.app.casework.Workbench;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "Write the annotations of a signal to a TextGrid or a CSV file.")
final class AnnotateExportCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private CaseToRead source;

  @Parameters(index = "1", paramLabel = "ID", description = "An exhibit or a restoration.")
  private String id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A new file; a TextGrid if it ends so, else CSV.")
  private Path out;

  @Option(
      names = "--entered",
      description = "What the ledger has, not what this computer's journal has.")
  private boolean entered;

  private final Terminal terminal;
  private final Workbench workbench;

  AnnotateExportCommand(Terminal terminal, Workbench workbench) {
    this.terminal = terminal;
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = source.open(workbench, terminal)) {
      OutputFile.require(out, source.folder());
      Annotations annotations = annotations(file);
      AnnotationFiles.write(out, annotations);
      JsonObject json = new JsonObject();
      json.addProperty("file", out.toString());
      json.addProperty("count", annotations.list().size());
      String count = Count.of(annotations.list().size(), "annotation");
      terminal.result(output.json(), json, List.of(out + "  " + count + " of " + id));
    }
    return 0;
  }

  private Annotations annotations(CaseFile file) throws RefusedException {
    AnnotatedSignal signal = workbench.annotateSignal().signal(file, id);
    if (entered) {
      return workbench
          .annotateSignal()
          .newest(file, signal)
          .map(AnnotateSignal.Entered::annotations)
          .orElseThrow(
              () -> new RefusedException("no annotations of " + id + " are in the ledger"));
    }
    try (Journal journal = workbench.annotateSignal().open(file, signal)) {
      return journal.annotations();
    }
  }
}
